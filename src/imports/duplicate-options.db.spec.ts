import { ImportHarness, type HarnessImport } from '../../test/support/import-harness';
import type { ImportJobDto } from './import-job.dto';

/** docs/contract.md 2.6: on_duplicate, whatever the batches and strategies. */
describe('The same key twice in a file', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await ImportHarness.start({ batchRows: 2, batchBytes: 64 });
    await harness.addType('equity', 'isin', 'lot:number');
  });
  afterAll(() => harness.stop());
  beforeEach(() => harness.database.query('DELETE FROM instruments'));

  const csv = (...lines: string[]): string => [...lines, ''].join('\n');
  const run = (wanted: HarnessImport): Promise<ImportJobDto> =>
    harness.import({ defaults: { type_id: 'equity' }, ...wanted });
  const names = async (): Promise<string[]> =>
    (await harness.instruments()).map(({ identifier, name }) => `${String(identifier)} ${String(name)}`);
  const identity = (job: ImportJobDto): number =>
    job.created_count +
    job.updated_count +
    job.unchanged_count +
    job.failed_count +
    job.skipped_count +
    (job.unprocessed_count ?? 0);

  // Keys ascend for three ranges before the first repeat, so that rows are applied while the file is read.
  const file = csv(
    'identifier,name',
    'a,A',
    'b,B',
    'c,C',
    'd,D',
    'e,E',
    'f,F',
    'a,A',
    'b,B two',
    'b,B two',
    'a,A',
    'c,',
  );

  it.each([
    ['error', 'continue', { created: 6, skipped: 0, failed: 5 }, 'B'],
    ['identical', 'continue', { created: 6, skipped: 3, failed: 2 }, 'B'],
    ['first', 'continue', { created: 6, skipped: 4, failed: 1 }, 'B'],
    ['last', 'continue', { created: 6, skipped: 4, failed: 1 }, 'B two'],
  ] as const)('%s under %s', async (on_duplicate, onError, { created, skipped, failed }, name) => {
    const job = await run({ file, onError, options: { on_duplicate } });
    expect(job).toMatchObject({
      status: 'completed',
      created_count: created,
      updated_count: 0,
      skipped_count: skipped,
      failed_count: failed,
      unprocessed_count: 0,
    });
    expect(identity(job)).toBe(job.row_count);
    expect(job.processed_count).toBe(job.row_count);
    expect(await names()).toEqual(['a A', `b ${name}`, 'c C', 'd D', 'e E', 'f F']);
    const again = await run({ file, onError, options: { on_duplicate } });
    expect(again).toMatchObject({ unchanged_count: 6, skipped_count: skipped, failed_count: failed });
  });

  it.each(['first', 'last', 'identical'] as const)(
    '%s lets a file under abort through',
    async (on_duplicate) => {
      const repeated = csv('identifier,name', 'a,A', 'b,B', 'c,C', 'a,A', 'b,B');
      const job = await run({ file: repeated, options: { on_duplicate } });
      expect(job).toMatchObject({ status: 'completed', created_count: 3, skipped_count: 2, failed_count: 0 });
      expect(identity(job)).toBe(5);
    },
  );

  it('identical compares digits, presence and custom fields, not the order of the file’s columns', async () => {
    const rows = [
      { identifier: 'a', name: 'A', lot: '1.1' },
      { identifier: 'a', name: 'A', lot: '1.10' },
      { identifier: 'a', lot: '1.1', name: 'A' },
      { identifier: 'a', name: 'A' },
      { identifier: 'a', name: 'A', lot: null },
    ];
    const job = await run({
      file: JSON.stringify(rows),
      format: 'json',
      onError: 'continue',
      options: { on_duplicate: 'identical' },
    });
    expect(job).toMatchObject({ created_count: 1, skipped_count: 1, failed_count: 3 });
    expect(job.errors.map(({ row }) => row)).toEqual([2, 4, 5]);
  });

  it('first takes the first row that has no error of its own, also one that a rule refuses', async () => {
    await run({ file: csv('identifier,name', 'x,X', 'y,Y') });
    const job = await run({
      file: csv('isin,identifier,name', '1,x,New', '1,z,Z', '1,w,W'),
      identifierColumn: 'isin',
      onError: 'continue',
      options: { on_duplicate: 'first' },
    });
    // Row 1 would take the name of another instrument.
    expect(job).toMatchObject({ created_count: 1, failed_count: 1, skipped_count: 1 });
    expect(await names()).toEqual(['x X', 'y Y', 'z Z']);
  });

  it('keeps refusing rows that find different records and give both the same name', async () => {
    const job = await run({
      file: csv('isin,identifier,name', '1,a,A', '2,a,A', '1,a,A'),
      identifierColumn: 'isin',
      onError: 'continue',
      options: { on_duplicate: 'last' },
    });
    expect(job).toMatchObject({ created_count: 1, failed_count: 1, skipped_count: 1 });
    expect(job.errors).toMatchObject([{ row: 3, code: 'conflict' }]);
  });

  it('counts skipped rows once after a worker was lost', async () => {
    const id = await harness.queue({
      file,
      defaults: { type_id: 'equity' },
      onError: 'continue',
      options: { on_duplicate: 'last' },
    });
    await harness.database.query(
      `UPDATE import_jobs SET checkpoint_row = 3, created_count = 1, skipped_count = 2, processed_count = 3 WHERE id = $1`,
      [id],
    );
    await harness.work(id);
    const job = await harness.job(id);
    expect(job).toMatchObject({ row_count: 11, processed_count: 11 });
    expect(identity(job)).toBe(11);
  });
});
