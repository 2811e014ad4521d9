import { ImportHarness, type HarnessImport } from '../../test/support/import-harness';
import type { ImportJobDto } from './import-job.dto';

const csv = (...lines: string[]): string => [...lines, ''].join('\n');

/** docs/contract.md 2.3, 2.4 and 2.6: warnings, the summary of errors, max_errors, archived. */
describe('The report of an import', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await ImportHarness.start({ batchRows: 2, batchBytes: 64 });
    await harness.addType('equity', 'isin');
    await harness.addSeries('close');
    await harness.addSeries('ohlc', 'open', 'high', 'low', 'close');
    await harness.addSeries('greeks', 'high');
  });
  afterAll(() => harness.stop());
  beforeEach(() => harness.database.query('DELETE FROM instruments'));

  const run = (wanted: HarnessImport): Promise<ImportJobDto> =>
    harness.import({ defaults: { type_id: 'equity' }, ...wanted });
  const archive = (...identifiers: string[]): Promise<unknown> =>
    harness.database.query(`UPDATE instruments SET archived_at = now() WHERE identifier = ANY ($1)`, [
      identifiers,
    ]);
  const archived = async (): Promise<unknown[]> =>
    (await harness.instruments()).filter((one) => one['archived']).map(({ identifier }) => identifier);
  const warnings = (job: ImportJobDto): unknown[] =>
    job.warnings.map(({ code, column, count, first_row }) => [code, column, count, first_row]);

  describe('archived', () => {
    const rows = csv('identifier,name', 'a,A', 'b,B', 'c,C', 'd,D two', 'e,E');
    beforeEach(async () => {
      await run({ file: csv('identifier,name', 'a,A', 'b,B', 'c,C', 'd,D') });
      await archive('b', 'd');
    });

    it.each(['abort', 'continue'] as const)(
      'restores by default under %s, counts it and warns',
      async (onError) => {
        const job = await run({ file: rows, onError });
        expect(job).toMatchObject({
          status: 'completed',
          created_count: 1,
          updated_count: 2,
          restored_count: 2,
        });
        expect(warnings(job)).toEqual([['restored_record', null, 2, 2]]);
        expect(job.warning_count).toBe(2);
        expect(await archived()).toEqual([]);
      },
    );

    it.each(['abort', 'continue'] as const)(
      'keeps them archived under %s, and updates them',
      async (onError) => {
        const options = { archived: 'keep' } as const;
        const job = await run({ file: rows, onError, options });
        expect(job).toMatchObject({
          created_count: 1,
          updated_count: 1,
          unchanged_count: 3,
          restored_count: 0,
        });
        expect(job.warnings).toEqual([]);
        expect(await archived()).toEqual(['b', 'd']);
        expect(await harness.instruments()).toContainEqual(
          expect.objectContaining({ identifier: 'd', name: 'D two' }),
        );
        expect(await run({ file: rows, onError, options })).toMatchObject({ unchanged_count: 5 });
      },
    );

    it('keep archives what the file says is archived', async () => {
      const file = csv('identifier,name,archived_at', 'a,A,2026-01-01', 'b,B,');
      const job = await run({ file, options: { archived: 'keep' } });
      expect(job).toMatchObject({ updated_count: 1, unchanged_count: 1, restored_count: 0 });
      expect(await archived()).toEqual(['a', 'b', 'd']);
    });

    it('a dry run says how many a real one would restore', async () => {
      expect(await run({ file: rows, dryRun: true })).toMatchObject({ restored_count: 2, warning_count: 2 });
      expect(await archived()).toEqual(['b', 'd']);
    });
  });

  describe('warnings', () => {
    const values = (file: string, wanted: Partial<HarnessImport> = {}): Promise<ImportJobDto> =>
      harness.import({ resourceType: 'time_series_values', file, ...wanted });

    it('names archived parents, once for each row that is valid', async () => {
      await run({ file: csv('identifier,name', 'a,A', 'b,B') });
      await archive('b');
      const file = csv(
        'instrument_id,type_id,timestamp,value',
        'a,close,2026-01-01,1',
        'b,close,2026-01-01,1',
        'b,close,2026-01-02,x',
        'b,close,2026-01-03,1',
      );
      const job = await values(file, { onError: 'continue' });
      expect(job).toMatchObject({ created_count: 3, failed_count: 1 });
      expect(warnings(job)).toEqual([['archived_parent', 'instrument_id', 2, 2]]);
      expect(job.warnings[0]?.message).toContain('The instrument "b" is archived.');
      // Read twice: the keys ascend for two ranges, and then they do not.
      const unsorted = csv(
        'instrument_id,type_id,timestamp,value',
        'b,close,2026-02-01,1',
        'b,close,2026-02-02,1',
        'b,close,2026-02-03,1',
        'b,close,2026-02-04,1',
        'b,close,2026-01-01,1',
      );
      expect(warnings(await values(unsorted, { onError: 'continue' }))).toEqual([
        ['archived_parent', 'instrument_id', 5, 1],
      ]);
    });

    it('names bars whose prices contradict each other, only of series with high and low', async () => {
      await run({ file: csv('identifier,name', 'a,A') });
      const job = await harness.import({
        resourceType: 'composite_time_series_values',
        file: csv(
          'instrument_id,type_id,timestamp,open,high,low,close',
          'a,ohlc,2026-01-01,1,10,9.5,10.0',
          'a,ohlc,2026-01-02,1,9.5,10,9.7',
          'a,ohlc,2026-01-03,1,10,9.5,10.01',
          'a,ohlc,2026-01-04,1,10,9.5,9.4999',
          'a,ohlc,2026-01-05,1,10,,99',
          'a,greeks,2026-01-05,,1,,',
        ),
      });
      expect(job).toMatchObject({ status: 'completed', created_count: 6, warning_count: 3 });
      expect(warnings(job)).toEqual([
        ['high_below_low', 'high', 1, 2],
        ['close_outside_range', 'close', 2, 3],
      ]);
    });

    it.each(['abort', 'continue'] as const)(
      'are errors under %s when the request wants that',
      async (onError) => {
        await run({ file: csv('identifier,name', 'a,A') });
        await archive('a');
        const job = await run({
          file: csv('identifier,name', 'a,A two', 'b,B'),
          onError,
          options: { warnings_as_errors: true },
        });
        const kept = onError === 'continue';
        expect(job).toMatchObject({
          status: 'failed',
          row_count: 2,
          created_count: kept ? 1 : 0,
          unprocessed_count: kept ? 0 : 2,
          error_count: 1,
        });
        expect(job.errors).toMatchObject([{ row: null, code: 'restored_record' }]);
        expect(job.errors[0]?.message).toContain('It is in row 1. Warnings count as errors');
        expect(await archived()).toEqual(kept ? [] : ['a']);
        const clean = await run({
          file: csv('identifier,name', 'c,C'),
          onError,
          options: { warnings_as_errors: true },
        });
        expect(clean).toMatchObject({ status: 'completed', warning_count: 0 });
      },
    );
  });

  describe('error_summary', () => {
    const file = csv(
      'identifier,name,type_id',
      'a,A,equity',
      ',B,equity',
      'c,C,bond',
      'd,,equity',
      'e,E,stock',
      ',,bond',
      'g,G,equity',
      'a,A,equity',
    );

    it.each(['abort', 'continue'] as const)('groups all errors under %s', async (onError) => {
      const job = await harness.import({ file, onError });
      expect(
        job.error_summary.map(({ code, column, count, first_row }) => [code, column, count, first_row]),
      ).toEqual([
        ['required', 'identifier', 2, 2],
        ['reference_not_found', 'type_id', 3, 3],
        ['required', 'name', 2, 4],
        ['duplicate_row', null, 1, 8],
      ]);
      expect(job.error_summary[1]?.message).toBe(
        'There is no instrument type "bond" in this workspace. Instrument types are created through the API: ' +
          'POST /instrument-types takes a type with its fields.',
      );
      expect(job.error_count).toBe(8);
    });

    it('counts errors of kinds beyond the first hundred too', async () => {
      const columns = Array.from({ length: 150 }, (_, at) => `f${at}`);
      await harness.addType('wide', ...columns.map((name) => `${name}:number`));
      const job = await run({
        file: csv(['identifier,name', ...columns].join(','), ['a,A', ...columns.map(() => 'x')].join(',')),
        defaults: { type_id: 'wide' },
      });
      expect(job.error_summary).toHaveLength(100);
      expect(job.error_summary.at(-1)).toMatchObject({ code: 'more_errors', count: 51 });
      expect(job.error_count).toBe(150);
    });
  });

  describe('max_errors', () => {
    const rows = (bad: number): string =>
      csv(
        'identifier,name',
        ...Array.from({ length: 20 }, (_, at) => `i${at},${at % 2 === 0 && at < bad * 2 ? '' : 'N'}`),
      );

    it.each([
      ['2', 2],
      ['10%', 2],
      ['14.9999%', 2],
      ['100%', 20],
    ])('%s leaves out and reports %i rows of 20', async (max_errors, bad) => {
      const most = Math.min(bad, 10);
      const job = await run({ file: rows(most), options: { max_errors } });
      expect(job).toMatchObject({
        status: 'completed',
        created_count: 20 - most,
        failed_count: most,
        error_count: most,
        unprocessed_count: 0,
      });
      expect(job.errors).toHaveLength(most);
      expect(job.error_summary).toMatchObject([
        { code: 'required', column: 'name', count: most, first_row: 1 },
      ]);
      expect(await harness.instruments()).toHaveLength(20 - most);
    });

    it.each(['2', '14.9999%', '0'])('%s writes nothing when one row more fails', async (max_errors) => {
      const bad = max_errors === '0' ? 1 : 3;
      const job = await run({ file: rows(bad), options: { max_errors } });
      expect(job).toMatchObject({
        status: 'failed',
        created_count: 0,
        failed_count: bad,
        unprocessed_count: 20 - bad,
      });
      expect(await harness.instruments()).toEqual([]);
    });

    it('counts rows, of those that reading and those that the database refuses', async () => {
      const file = csv('identifier,name', 'a,A', ',C', 'b,B', 'a,A two', 'c,C');
      expect(await run({ file, options: { max_errors: '1' } })).toMatchObject({
        status: 'failed',
        failed_count: 2,
      });
      const job = await run({ file, options: { max_errors: '2' } });
      expect(job).toMatchObject({ status: 'completed', created_count: 3, failed_count: 2, error_count: 2 });
      expect(job.errors.map(({ row }) => row)).toEqual([2, 4]);
    });
  });
});
