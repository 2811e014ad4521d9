import type { UnpivotOptions } from '../catalog/binding/unpivot-options';
import { ImportHarness, type HarnessImport } from '../../test/support/import-harness';
import { interruptImport } from '../../test/support/interrupt-import';

const NAMES = Array.from({ length: 7 }, (_, n) => `i${n}`);

describe('A wide file', () => {
  let harness: ImportHarness;
  beforeEach(async () => {
    harness = await ImportHarness.start({ batchRows: 5, batchBytes: 64 });
    await harness.addType('equity');
    await harness.addSeries('close');
    const rows = NAMES.map((name) => `${name},${name},equity\n`).join('');
    await harness.import({ file: `identifier,name,type_id\n${rows}` });
  });
  afterEach(() => harness.stop());

  const wide = (
    lines: readonly string[],
    given: Partial<HarnessImport> = {},
    unpivot: Partial<UnpivotOptions> = {},
  ): HarnessImport => ({
    file: [...lines, ''].join('\n'),
    resourceType: 'time_series_values',
    mapping: { Date: 'timestamp' },
    defaults: { type_id: 'close' },
    options: { unpivot: { columns: '*', name_to: 'instrument_id', value_to: 'value', ...unpivot } },
    ...given,
  });
  const values = async (): Promise<string[]> => {
    const rows = await harness.database.query<{ text: string }>(
      `SELECT i.identifier || ' ' || almagest_instant(v.timestamp) || ' ' || v.value AS text
       FROM time_series_values v JOIN instrument_series s ON s.id = v.series_id
       JOIN instruments i ON i.id = s.instrument_id ORDER BY 1`,
    );
    return rows.map(({ text }) => text.replace('T00:00:00Z', ''));
  };

  it('becomes one row for each cell that is not empty', async () => {
    const job = await harness.import(wide(['Date,i0,i1', '2026-01-02,1.10,2', '2026-01-03,,3']));
    expect(job).toMatchObject({ status: 'completed', row_count: 3, created_count: 3, errors: [] });
    expect(await values()).toEqual(['i0 2026-01-02 1.10', 'i1 2026-01-02 2', 'i1 2026-01-03 3']);
  });

  it('is read alike as JSON', async () => {
    const file = JSON.stringify([
      { Date: '2026-01-02', i0: '1.10', i1: 2 },
      { Date: '2026-01-03', i0: null, i1: '3' },
    ]);
    const job = await harness.import({ ...wide([]), file, format: 'json' });
    expect(job).toMatchObject({ status: 'completed', row_count: 3, created_count: 3, errors: [] });
    expect(await values()).toEqual(['i0 2026-01-02 1.10', 'i1 2026-01-02 2', 'i1 2026-01-03 3']);
  });

  it('reports the row, the line and the column of the file, and a fault of the record once', async () => {
    const job = await harness.import(
      wide(
        [
          'Date,i0,i1,nope,',
          '2026-01-02,1,x,4,',
          '2026-01-99,1,2,3,',
          '',
          '2026-01-02,1,5,,',
          '2026-01-04,1',
        ],
        { onError: 'continue' },
      ),
    );
    expect(job).toMatchObject({
      status: 'completed',
      ...{ row_count: 7, created_count: 2, failed_count: 5, error_count: 5 },
    });
    expect(job.errors.map(({ row, line, column, code, value }) => [row, line, column, code, value])).toEqual([
      [1, 2, 'i1', 'invalid_number', 'x'],
      [1, 2, 'nope', 'reference_not_found', 'nope'],
      [2, 3, 'Date', 'invalid_timestamp', '2026-01-99'],
      [3, 5, 'i0', 'duplicate_row', null],
      [4, 6, null, 'column_count', '2026-01-04,1'],
    ]);
    expect(job.errors[3]?.message).toContain('Row 1 (column i0) of this file');
    expect(job.ignored_columns).toEqual(['']);
    expect(await values()).toEqual(['i0 2026-01-02 1', 'i1 2026-01-02 5']);
  });

  it('is refused as a whole under abort, with exact counts', async () => {
    const job = await harness.import(wide(['Date,i0,i1', '2026-01-02,x,y', '2026-01-03,1,2']));
    expect(job).toMatchObject({ status: 'failed', failed_count: 2, error_count: 2 });
    expect(job.errors.map(({ row, column }) => [row, column])).toEqual([
      [1, 'i0'],
      [1, 'i1'],
    ]);
    expect(await values()).toEqual([]);
  });

  it('may keep its empty cells', async () => {
    const job = await harness.import(
      wide(['Date,i0,i1', '2026-01-02,,2'], { onError: 'continue' }, { skip_null: false }),
    );
    expect(job.errors.map(({ row, column, code }) => [row, column, code])).toEqual([[1, 'i0', 'required']]);
    expect(job).toMatchObject({ row_count: 2, created_count: 1 });
  });

  it('skips the cells that are null by the options of their field', async () => {
    const file = wide(['Date,i0,i1,i2', '2026-01-02,N/A, N/A ,3']);
    const field_options = { value: { null_values: ['N/A'], trim: true } };
    const job = await harness.import({ ...file, options: { ...file.options, field_options } });
    expect([job.status, job.row_count, job.errors]).toEqual(['completed', 1, []]);
    expect(await values()).toEqual(['i2 2026-01-02 3']);
  });

  const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
  const lines = Array.from({ length: 20 }, (_, n) =>
    [day(n), ...NAMES.map((__, at) => (n === 7 && at > 3 ? 'x' : (n + at) % 5 === 0 ? '' : String(n)))].join(
      ',',
    ),
  );

  it.each([
    ['whose keys ascend', lines],
    ['that has duplicates', [...lines.slice(10), ...lines.slice(0, 10), lines[3] ?? '', lines[7] ?? '']],
  ])('ends with the same table, counters and errors after interruptions: a file %s', async (_, rows) => {
    const imported = async (steps: readonly number[]): Promise<unknown> => {
      const id = await harness.queue(wide([['Date', ...NAMES].join(','), ...rows], { onError: 'continue' }));
      for (const step of steps) await interruptImport(harness, id, step);
      if ((await harness.job(id)).status !== 'completed') await harness.work(id);
      const { status, row_count, created_count, failed_count, error_count } = await harness.job(id);
      const errors = await harness.database.query(
        `SELECT seq, "row", line, "column", code, message FROM import_row_errors WHERE job_id = $1 ORDER BY seq`,
        [id],
      );
      const stored = await values();
      await harness.database.query('DELETE FROM time_series_values');
      return { status, row_count, created_count, failed_count, error_count, errors, stored };
    };
    const undisturbed = await imported([]);
    expect(undisturbed).toMatchObject({ status: 'completed' });
    for (const steps of [[2], [4, 3], [7, 2, 5]]) expect(await imported(steps)).toEqual(undisturbed);
  });
});
