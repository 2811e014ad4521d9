import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestApp, type TestApp } from './support/test-app';
import { createMigratedDatabase } from './support/test-database';
import { WorkspaceClient } from './support/workspace-client';

describe('The metrics for Prometheus', () => {
  let app: TestApp;
  let client: WorkspaceClient;

  async function start(env: Record<string, string> = {}): Promise<void> {
    app = await startTestApp(env);
    client = new WorkspaceClient(app, app.token, app.workspace);
  }

  async function startWithType(): Promise<void> {
    await start();
    await client.post('/instrument-types', { identifier: 'equity', name: 'Equity' });
  }

  /** The value of one series of a metric; null when it is not reported. */
  async function metric(name: string): Promise<number | null> {
    const { text } = await app.http.get('/metrics').expect(200);
    const line = text.split('\n').find((each) => each.startsWith(`${name} `));
    return line === undefined ? null : Number(line.slice(name.length + 1));
  }

  const outcome = (word: string): Promise<number | null> =>
    metric(`almagest_import_rows_total{outcome="${word}"}`);

  describe('of an application that has worked before', () => {
    beforeAll(startWithType);
    afterAll(() => app.stop());

    it('count no row of a dry run, for none took effect', async () => {
      const file = 'identifier,name,type_id\na,A,equity\n';
      await client.import({ file, resource_type: 'instruments', on_error: 'continue', dry_run: true });
      expect(await outcome('created')).toBe(0);
    });

    it('have the lag of the event loop', async () => {
      expect(await metric('nodejs_eventloop_lag_p99_seconds')).not.toBeNull();
    });

    it('name no workspace', async () => {
      await client.import({ file: 'identifier,name,type_id\na,A,equity\n', resource_type: 'instruments' });
      const { text } = await app.http.get('/metrics');
      const { id } = await client.get<{ id: string }>('');
      expect(text).not.toContain(id);
      expect(text).not.toMatch(/workspace="/);
    });
  });

  describe('of a new application', () => {
    beforeEach(startWithType);
    afterEach(() => app.stop());

    it.each(['abort', 'continue'] as const)(
      'count rows by outcome and time each batch, under %s',
      async (on_error) => {
        const head = 'identifier,name,type_id\n';
        await client.import({
          file: `${head}a,A,equity\nb,B,equity\n`,
          resource_type: 'instruments',
          on_error,
        });
        expect([await outcome('created'), await outcome('updated'), await outcome('unchanged')]).toEqual([
          2, 0, 0,
        ]);
        const mixed = `${head}a,A,equity\nb,Bee,equity\nc,C,stock\n`;
        await client.import({ file: mixed, resource_type: 'instruments', on_error });
        const expected = on_error === 'abort' ? [2, 0, 0, 0] : [2, 1, 1, 1];
        const seen = await Promise.all(['created', 'updated', 'unchanged', 'failed'].map(outcome));
        expect(seen).toEqual(expected);
        expect(await metric('almagest_import_batch_seconds_count')).toBe(2);
        expect(await metric('almagest_import_batch_seconds_sum')).toBeGreaterThan(0);
      },
    );

    it('count jobs by state, and say how old the oldest queued one is', async () => {
      expect(await metric('almagest_jobs{kind="import",status="completed"}')).toBe(0);
      await client.import({ file: 'identifier,name,type_id\na,A,equity\n', resource_type: 'instruments' });
      await app.stop();
      await start({ ROLE: 'api' });
      await client.queue({ file: 'identifier\na\n', resource_type: 'instruments' });
      await client.post('/exports', { object_type: 'instruments' });
      expect(await metric('almagest_jobs{kind="import",status="queued"}')).toBe(1);
      expect(await metric('almagest_jobs{kind="export",status="queued"}')).toBe(1);
      expect(await metric('almagest_jobs{kind="export",status="failed"}')).toBe(0);
      expect(await metric('almagest_oldest_queued_job_seconds{kind="import"}')).toBeGreaterThan(0);
      expect(await metric('almagest_queue_depth{queue="imports"}')).toBe(1);
    });
  });

  it('count take-overs: a job whose worker is gone is taken over by another', async () => {
    const shared = await createMigratedDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'almagest-takeover-'));
    const env = { DATABASE_URL: shared.url, DATA_DIR: folder, RECONCILE_MS: '100' };
    const api = await startTestApp({ ...env, ROLE: 'api' });
    client = new WorkspaceClient(api, api.token, api.workspace);
    const id = await client.queue({ file: 'identifier\na\n', resource_type: 'instruments' });
    await api.database.everywhere.query(
      `WITH lost AS (UPDATE import_jobs SET status = 'processing', attempt = 1, started_at = now() WHERE id = $1 RETURNING id)
       INSERT INTO job_leases (job_id, kind, attempt, worker, lease_until)
       SELECT id, 'import', 1, 'gone', now() - interval '1 second' FROM lost`,
      [id],
    );
    app = await startTestApp({ ...env, ROLE: 'worker' });
    await client.finish('/imports', id);
    expect(await metric('almagest_lease_takeovers_total{kind="import"}')).toBe(1);
    expect(await metric('almagest_lease_takeovers_total{kind="export"}')).toBe(0);
    await app.stop();
    await api.stop();
    await shared.drop();
    await rm(folder, { recursive: true, force: true });
  });
});
