import { ImportHarness } from '../../test/support/import-harness';
import type { ImportJobDto } from './import-job.dto';
import type { ImportOptions } from './import-options';

const csv = (...lines: string[]): string => [...lines, ''].join('\n');
const HEADER = 'instrument_id,market_id,suspended_from,suspended_until';

/** docs/contract.md 6.3: suspensions take effect in the order of the file, whatever the ranges. */
describe('Suspensions of one file', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await ImportHarness.start({ batchRows: 3, batchBytes: 64 });
    await harness.addType('equity');
    await harness.database.query(
      `INSERT INTO market_types (workspace_id, identifier, name) VALUES ($1, 'exchange', 'E')`,
      [harness.workspaceId],
    );
    await harness.import({ file: csv('identifier,name,type_id', 'a,A,equity', 'b,B,equity') });
    await harness.import({
      resourceType: 'markets',
      file: csv('identifier,name,type_id', 'asx,ASX,exchange'),
    });
    await harness.import({
      resourceType: 'market_listings',
      file: csv('instrument_id,market_id', 'a,asx', 'b,asx'),
    });
  });
  afterAll(() => harness.stop());
  beforeEach(() => harness.database.query('DELETE FROM market_listing_suspensions'));

  const run = (
    file: string,
    onError: 'abort' | 'continue' = 'continue',
    options: ImportOptions = {},
    dryRun = false,
  ): Promise<ImportJobDto> =>
    harness.import({ resourceType: 'market_listing_suspensions', file, onError, options, dryRun });
  const errorsOf = (job: ImportJobDto): unknown[] => job.errors.map(({ row, code }) => [row, code]);
  const stored = (): Promise<object[]> =>
    harness.database.query(
      `SELECT i.identifier, s.suspended_from::date::text AS day, s.reason FROM market_listing_suspensions s
       JOIN market_listings l ON l.id = s.listing_id JOIN instruments i ON i.id = l.instrument_id ORDER BY 1, 2`,
    );

  const repeated = csv(
    `${HEADER},reason`,
    'a,asx,2026-01-01,2026-01-10,one',
    'a,asx,2026-01-05,2026-01-15,overlaps row 1',
    'b,asx,2026-01-05,2026-01-06,other',
    'b,asx,2026-02-01,2026-02-02,far',
    'a,asx,2026-01-05,2026-01-05,ends at once',
    'a,asx,2026-01-05,2026-01-07,overlaps row 1 too',
    'a,asx,2026-01-10,2026-01-11,after it',
    'a,asx,2026-01-10,2026-01-12,a repeat of the row before',
  );

  it.each([false, true])(
    'are classified on their own after a row of the same key with an error (dry run: %s)',
    async (dry) => {
      const job = await run(repeated, 'continue', {}, dry);
      expect(errorsOf(job)).toEqual([
        [2, 'conflict'],
        [5, 'invalid_value'],
        [6, 'conflict'],
        [8, 'duplicate_row'],
      ]);
      expect(job).toMatchObject({ status: 'completed', created_count: 4, failed_count: 4, skipped_count: 0 });
      expect(job.errors[0]?.message).toBe(
        'The period overlaps that of row 1 of this file (2026-01-01T00:00:00Z until 2026-01-10T00:00:00Z). ' +
          'Keep one of the two, or end one earlier.',
      );
      expect(job.errors[2]?.message).toContain('row 1 of this file');
      expect(job.errors[3]?.message).toContain('Row 7 of this file');
      expect(await stored()).toHaveLength(dry ? 0 : 4);
    },
  );

  it('take the second of two rows with one key when the first one overlaps', async () => {
    const job = await run(
      csv(
        `${HEADER},reason`,
        'a,asx,2026-01-10,,open',
        'a,asx,2026-01-01,2026-01-11,late',
        'a,asx,2026-01-01,2026-01-10,fits',
      ),
    );
    expect(errorsOf(job)).toEqual([[2, 'conflict']]);
    expect(await stored()).toMatchObject([{ reason: 'fits' }, { reason: 'open' }]);
  });

  it('name a record that was there before by its id', async () => {
    await run(csv(HEADER, 'a,asx,2026-01-01,'));
    const job = await run(csv(HEADER, 'a,asx,2026-02-01,'));
    expect(job.errors[0]?.message).toMatch(/overlaps another one: [0-9a-f-]{36} \(2026-01-01/);
  });

  it('name the row that left a record as it was, and find repeats by id', async () => {
    await run(csv(HEADER, 'a,asx,2026-01-01,2026-01-05'));
    const rows = csv(HEADER, 'a,asx,2026-01-01,2026-01-05', 'a,asx,2026-01-03,');
    expect((await run(rows)).errors[0]?.message).toContain('row 1 of this file');
    const [{ id } = { id: '' }] = await harness.database.query<{ id: string }>(
      'SELECT id FROM market_listing_suspensions',
    );
    const job = await harness.import({
      resourceType: 'market_listing_suspensions',
      identifierColumn: 'id',
      onError: 'continue',
      file: csv('id,suspended_until', `${id},2026-01-06`, `${id},2026-01-07`),
    });
    expect(errorsOf(job)).toEqual([[2, 'duplicate_row']]);
  });

  it('abort with every error, and write nothing', async () => {
    const job = await run(repeated, 'abort');
    expect(errorsOf(job)).toEqual([
      [2, 'conflict'],
      [5, 'invalid_value'],
      [6, 'conflict'],
      [8, 'duplicate_row'],
    ]);
    expect(job).toMatchObject({ status: 'failed', failed_count: 4, unprocessed_count: 4 });
    expect(await stored()).toEqual([]);
  });

  it.each([
    ['first', { skipped_count: 1, failed_count: 3 }, 'after it'],
    // Row 6 is the valid one for the key of 2026-01-05: row 5 has an error of its own, row 2 comes before it.
    ['last', { skipped_count: 3, failed_count: 1 }, 'a repeat of the row before'],
  ] as const)(
    'take the %s of rows with one key when the request wants that',
    async (on_duplicate, counts, reason) => {
      const job = await run(repeated, 'continue', { on_duplicate });
      expect(job).toMatchObject({ created_count: 4, ...counts });
      expect(await stored()).toContainEqual({ identifier: 'a', day: '2026-01-10', reason });
    },
  );

  it('know the rows of earlier attempts', async () => {
    const file = csv(
      HEADER,
      'a,asx,2026-01-01,2026-01-10',
      'b,asx,2026-01-01,',
      'b,asx,2026-01-01,',
      'a,asx,2026-01-02,',
    );
    await run(csv(HEADER, 'a,asx,2026-01-01,2026-01-10', 'b,asx,2026-01-01,'));
    const id = await harness.queue({ resourceType: 'market_listing_suspensions', onError: 'continue', file });
    await harness.database.query(
      `UPDATE import_jobs SET checkpoint_row = 2, created_count = 2, processed_count = 2 WHERE id = $1`,
      [id],
    );
    await harness.work(id);
    const job = await harness.job(id);
    expect(errorsOf(job)).toEqual([
      [3, 'duplicate_row'],
      [4, 'conflict'],
    ]);
    expect(job.errors[1]?.message).toContain('row 1 of this file');
  });
});
