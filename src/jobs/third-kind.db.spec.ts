import { randomUUID } from 'node:crypto';
import { ImportHarness } from '../../test/support/import-harness';
import { JOB_KINDS } from '../../test/support/job-kinds';
import { inWorkspace } from '../database/work-context';
import { EXPORT_KIND } from '../exports/export-kind';
import { IdempotencyService } from '../http/idempotency/idempotency.service';
import { countJobs } from '../metrics/count-jobs';
import { nextLeaseEnd, nextOfSerializationKey } from './due';
import { fence, reportProgress } from './fence';
import type { ClaimedJob, JobKind } from './job';
import { JobQuota } from './job-quota';
import { JobStore } from './job-store';
import { Sweeper } from './sweeper';

const REPORT_KIND: JobKind = {
  ...EXPORT_KIND,
  name: 'report',
  table: 'report_jobs',
  keyPrefix: 'reports',
  serializationKey: { columns: ['workspace_id', 'object_type'], index: 'report_jobs_running' },
  fencedColumns: ['status', 'row_count', 'byte_count', 'blob_key'],
  progressColumns: ['row_count'],
  fail: async (sql, { id, attempt }, [error]) => {
    const failed = await sql.query(
      `UPDATE report_jobs SET status = 'failed', finished_at = clock_timestamp(), error = $3::jsonb
       WHERE id = $1 AND attempt = $2 AND status = 'processing' RETURNING id`,
      [id, attempt, JSON.stringify(error)],
    );
    return failed.length > 0;
  },
};

describe('A kind of job that jobs/ has never heard of', () => {
  const kinds = { all: [...JOB_KINDS.all, REPORT_KIND] };
  let harness: ImportHarness;
  let store: JobStore;

  beforeAll(async () => {
    harness = await ImportHarness.start({ storedBytes: 1_000 });
    store = new JobStore(harness.app, harness.settings);
    await harness.database.query(`CREATE TABLE report_jobs (LIKE export_jobs INCLUDING ALL)`);
    await harness.database.query(
      `CREATE UNIQUE INDEX report_jobs_running ON report_jobs (workspace_id, object_type) WHERE status = 'processing'`,
    );
    for (const table of ['job_leases', 'job_bytes', 'expired_jobs'])
      await harness.database.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_kind_check`);
  });
  afterEach(() => harness.database.query(`TRUNCATE report_jobs, job_leases, job_bytes, expired_jobs`));
  afterAll(() => harness.stop());

  async function queue(objectType = 'instruments'): Promise<string> {
    const id = randomUUID();
    await harness.database.query(
      `INSERT INTO report_jobs (id, workspace_id, object_type, format) VALUES ($1, $2, $3, 'csv')`,
      [id, harness.workspaceId, objectType],
    );
    return id;
  }

  async function claim(id: string): Promise<ClaimedJob> {
    const job = await store.claim(REPORT_KIND, id, 'host:1:a');
    if (job === null) throw new Error('The report cannot be claimed.');
    return job;
  }

  async function state(id: string): Promise<Record<string, unknown> | undefined> {
    const [row] = await harness.database.query(
      `SELECT status, attempt, row_count, error FROM report_jobs WHERE id = $1`,
      [id],
    );
    return row;
  }

  it('runs one job after the other for each serialization key', async () => {
    const [first, second, other] = [await queue(), await queue(), await queue('markets')];
    expect(await store.due(REPORT_KIND, 10)).toEqual([first, other]);
    expect(await store.fairest(REPORT_KIND)).toBe(first);
    await claim(first);
    expect(await store.claim(REPORT_KIND, second, 'host:1:a')).toBeNull();
    await claim(other);
    expect(await nextLeaseEnd(harness.app.leases.everywhere, kinds.all)).toBeGreaterThan(0);
    await inWorkspace(harness.workspaceId, () => store.cancel(REPORT_KIND, harness.workspaceId, first, null));
    expect(await nextOfSerializationKey(harness.database, REPORT_KIND, first)).toEqual({
      id: second,
      attempt: 0,
    });
  });

  it('is fenced, reports its progress, is taken over and fails', async () => {
    const id = await queue();
    const job = await claim(id);
    await reportProgress(harness.app.everywhere, job, 40);
    await fence(harness.database, job, { row_count: 7 });
    expect(await state(id)).toMatchObject({ row_count: '7' });
    await expect(fence(harness.database, job, { sha256: 'x' })).rejects.toThrow('may not set sha256');
    expect(await store.renew(job)).toBeNull();
    await store.handBack(job);
    const again = await claim(id);
    expect(again).toEqual({ ...job, attempt: 2 });
    await expect(fence(harness.database, job, { row_count: 8 })).rejects.toThrow(
      `no longer has report ${id}`,
    );
    expect(await store.countReadingStop(again)).toBeNull();
    expect(await store.fail(again, [{ code: 'broken', message: 'It broke.' }])).toBe(true);
    expect(await state(id)).toMatchObject({ status: 'failed', attempt: 2 });
  });

  it('counts in metrics and quotas', async () => {
    const job = await claim(await queue());
    const quota = new JobQuota(harness.app, kinds, harness.settings);
    const inside = <T>(work: () => Promise<T>): Promise<T> => inWorkspace(harness.workspaceId, work);
    expect(await inside(() => quota.reserve(job, { bytes: 600, wish: 800 }))).toBe(800);
    await expect(
      inside(() =>
        harness.app.transaction('READ COMMITTED', (tx) =>
          quota.take(tx, EXPORT_KIND, harness.workspaceId, 300),
        ),
      ),
    ).rejects.toMatchObject({ code: 'too_many_bytes' });
    const { jobs } = await countJobs(harness.app.leases.everywhere, kinds.all, 10_000);
    expect(jobs).toContainEqual({ kind: 'report', status: 'processing', jobs: 1 });
    expect(jobs).toHaveLength(15);
  });

  it('loses its files and rows when their time is over', async () => {
    const id = await queue();
    const job = await claim(id);
    await harness.storage.put('reports/a', [Buffer.from('x')] as unknown as AsyncIterable<Uint8Array>);
    await fence(harness.database, job, { status: 'completed', blob_key: 'reports/a', byte_count: 1 });
    await harness.database.query(`UPDATE report_jobs SET finished_at = now() - interval '1000 days'`);
    const idempotency = new IdempotencyService(harness.app, harness.settings);
    await new Sweeper(harness.app, harness.storage, idempotency, kinds, harness.settings).sweep();
    await expect(harness.storage.open('reports/a')).rejects.toThrow('There is no such blob.');
    expect(await state(id)).toBeUndefined();
    expect(await harness.database.query(`SELECT kind, id FROM expired_jobs`)).toEqual([
      { kind: 'report', id },
    ]);
  });
});
