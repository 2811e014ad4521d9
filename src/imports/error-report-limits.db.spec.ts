import { JOB_KINDS } from '../../test/support/job-kinds';
import { IMPORT_KIND } from './import-kind';
import { ImportHarness } from '../../test/support/import-harness';
import type { Settings } from '../config/settings';
import { IdempotencyService } from '../http/idempotency/idempotency.service';
import { JobQuota } from '../jobs/job-quota';
import { Sweeper } from '../jobs/sweeper';

jest.setTimeout(120_000);

/** Rows of which each has an error that shows its value. */
const badRows = (count: number): string =>
  `identifier,name,type_id\n${Array.from({ length: count }, (_, n) => `i${n},N,nowhere-${n}-${'x'.repeat(150)}\n`).join('')}`;

describe('the errors of imports', () => {
  let base: ImportHarness;
  const start = async (settings: Partial<Settings>): Promise<void> => {
    base = await ImportHarness.start({ batchRows: 100, batchBytes: 8_192, ...settings });
    await base.addType('equity');
  };
  afterEach(() => base.stop());

  const errorsOf = (id: string): Promise<{ code: string; row: number | null }[]> =>
    base.database.query(`SELECT code, "row" FROM import_row_errors WHERE job_id = $1 ORDER BY seq`, [id]);

  async function fileBytes(): Promise<number> {
    const [row] = await base.database.query<{ bytes: string }>(
      `SELECT sum(file_size) AS bytes FROM import_jobs`,
    );
    return Number(row?.bytes);
  }
  const take = (bytes: number): Promise<void> =>
    base.database.transaction('READ COMMITTED', (tx) =>
      new JobQuota(base.database, JOB_KINDS, base.settings).take(tx, IMPORT_KIND, base.workspaceId, bytes),
    );

  it('count towards the stored bytes, with what they take in the database', async () => {
    await start({ storedBytes: 100_000_000 });
    const job = await base.import({ file: badRows(3_000), onError: 'continue' });
    expect(job).toMatchObject({ status: 'completed', error_count: 3_000 });
    await base.database.query(`VACUUM FULL import_row_errors`);
    const [size] = await base.database.query<{ bytes: string }>(
      `SELECT pg_total_relation_size('import_row_errors') AS bytes`,
    );
    const real = Number(size?.bytes);
    const left = 100_000_000 - (await fileBytes()) - real;
    await take(left - real * 0.25); // the estimate is not far above
    await expect(take(left + real * 0.25)).rejects.toMatchObject({ code: 'too_many_bytes' }); // nor below
  });

  it.each(['continue', 'abort'] as const)(
    'end an import under %s when there is no more place for them',
    async (onError) => {
      const file = badRows(3_000);
      await start({ storedBytes: file.length + 100_000 });
      const job = await base.import({ file, onError });
      expect(job.status).toBe('failed');
      const errors = await errorsOf(job.id);
      expect(errors.at(-1)).toEqual({ code: 'too_many_bytes', row: null });
      expect(errors.length).toBe(job.error_count);
      expect(errors.length).toBeGreaterThan(100);
      expect(errors.length).toBeLessThan(500);
    },
  );

  it('end an import when its report is as large as one may be, and the good rows before stay', async () => {
    await start({ errorReportBytes: 100_000 });
    const good = Array.from({ length: 150 }, (_, n) => `g${n},N,equity\n`).join('');
    const file = badRows(3_000).replace('type_id\n', `type_id\n${good}`);
    const job = await base.import({ file, onError: 'continue' });
    expect(job).toMatchObject({ status: 'failed', created_count: 150, row_count: null });
    const errors = await errorsOf(job.id);
    expect(errors.at(-1)).toEqual({ code: 'too_many_errors', row: null });
    expect(errors.length).toBeLessThan(500);
  });

  it('of parallel imports together never take more than there is', async () => {
    const file = badRows(1_000);
    await start({ storedBytes: 3 * file.length + 400_000 });
    const jobs = await Promise.all(
      ['instruments', 'markets', 'market_listings'].map((resourceType) =>
        base.queue({
          file:
            resourceType === 'market_listings'
              ? file.replace('identifier,name,type_id', 'instrument_id,market_id,symbol')
              : file,
          resourceType,
          onError: 'continue',
        }),
      ),
    );
    await Promise.all(jobs.map((id) => base.work(id)));
    const statuses = await Promise.all(jobs.map(async (id) => (await base.job(id)).status));
    expect(statuses).toContain('failed');
    const [row] = await base.database.query<{ bytes: string }>(
      `SELECT sum(octet_length(message) + coalesce(octet_length(value), 0)) AS bytes FROM import_row_errors`,
    );
    expect(Number(row?.bytes)).toBeLessThan(400_000);
  });

  it('count no longer when they are removed', async () => {
    await start({ storedBytes: 2_000_000 });
    const { id } = await base.import({ file: badRows(3_000), onError: 'continue' });
    await expect(take(1_000_000)).rejects.toMatchObject({ code: 'too_many_bytes' });
    await base.database.query(`ALTER TABLE import_jobs DISABLE TRIGGER import_jobs_final`);
    await base.database.query(`UPDATE import_jobs SET finished_at = now() - interval '30 days'`);
    const { database, storage, settings } = base;
    const idempotency = new IdempotencyService(database, settings);
    await new Sweeper(database, storage, idempotency, JOB_KINDS, settings).sweep();
    expect(await errorsOf(id)).toEqual([]);
    await take(1_900_000);
  });
});
