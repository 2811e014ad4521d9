import { SETTINGS } from '../src/config/config.module';
import type { Settings } from '../src/config/settings';
import { eventually } from './support/eventually';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(240_000);

/** A job, by the workspace it is of, in the order in which jobs were started. */
interface Started {
  slug: string;
  kind: 'import' | 'export';
}

/**
 * The jobs are queued, and their notifications are in Bull in that order, before any worker is
 * there: so it is known which workspace was first, and that a worker that takes notifications as
 * they come would serve it first, to its end.
 */
describe('fairness between workspaces', () => {
  let api: TestApp;
  let worker: TestApp | undefined;

  beforeEach(async () => {
    api = await startTestApp({ ROLE: 'api', RATE_PER_SECOND: '1000000' });
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await api.stop();
  });

  /**
   * Starts a worker that runs one job of each kind at a time, beside the API, on the same Postgres,
   * Redis and folder.
   */
  async function startWorker(env: Record<string, string> = {}): Promise<void> {
    const { databaseUrl, redisUrl, redisPrefix, dataDir } = api.app.get<Settings>(SETTINGS);
    worker = await startTestApp({
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      REDIS_PREFIX: redisPrefix,
      DATA_DIR: dataDir,
      ROLE: 'worker',
      WORKER_CONCURRENCY: '1',
      ...env,
    });
  }

  const queueExports = async (client: WorkspaceClient, count: number): Promise<void> => {
    for (let n = 0; n < count; n++) await client.post('/exports', { object_type: 'instruments' });
  };

  /** Jobs in the order in which they were started, once all have ended. */
  async function started(): Promise<Started[]> {
    const tables = [
      ['import', 'import_jobs'],
      ['export', 'export_jobs'],
    ] as const;
    const select = tables.map(
      ([kind, table]) => `SELECT '${kind}' AS kind, slug, status, started_at FROM ${table}
        JOIN workspaces ON workspaces.id = workspace_id`,
    );
    const read = (): Promise<(Started & { status: string })[]> =>
      api.database.query(`SELECT * FROM (${select.join(' UNION ALL ')}) jobs ORDER BY started_at`);
    await eventually(
      'every job has ended',
      async () => (await read()).every(({ status }) => !['queued', 'processing'].includes(status)),
      120_000,
    );
    return read();
  }

  it('starts the first export of a workspace next, although a hundred of another one were queued before it', async () => {
    const many = await WorkspaceClient.create(api, 'many');
    const one = await WorkspaceClient.create(api, 'one');
    await queueExports(many, 100);
    await queueExports(one, 1);
    await startWorker();
    const order = (await started()).map(({ slug }) => slug);
    expect(order).toHaveLength(101);
    expect(order.indexOf('one')).toBeLessThanOrEqual(1);
  });

  it('lets workspaces take turns as long as each has something to do', async () => {
    const slugs = ['first', 'second', 'third'];
    for (const slug of slugs) await queueExports(await WorkspaceClient.create(api, slug), 10);
    await startWorker();
    const order = (await started()).map(({ slug }) => slug);
    for (let round = 0; round < 10; round++) {
      expect(order.slice(round * 3, round * 3 + 3).sort()).toEqual(slugs);
    }
  });

  it('starts the first import of a workspace next, although serialization keys of another one are full', async () => {
    const many = await WorkspaceClient.create(api, 'many');
    const one = await WorkspaceClient.create(api, 'one');
    const file = 'identifier,name,type_id\n';
    for (let n = 0; n < 20; n++) {
      await many.queue({ file, resource_type: 'instruments' });
      await many.queue({ file, resource_type: 'markets' });
    }
    await one.queue({ file, resource_type: 'instruments' });
    await startWorker();
    const order = (await started()).map(({ slug }) => slug);
    expect(order).toHaveLength(41);
    expect(order.indexOf('one')).toBeLessThanOrEqual(1);
  });

  it('runs no more jobs of a workspace at once than RUNNING_JOBS, and all of them in the end', async () => {
    const many = await WorkspaceClient.create(api, 'many');
    await queueExports(many, 30);
    await api.database.query(`
      CREATE TABLE seen (running integer);
      CREATE FUNCTION note_running() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN
        INSERT INTO seen SELECT count(*) FROM export_jobs WHERE status = 'processing';
        RETURN NULL;
      END $$;
      CREATE TRIGGER note_running AFTER UPDATE ON export_jobs FOR EACH ROW
        WHEN (NEW.status = 'processing' AND OLD.status = 'queued') EXECUTE FUNCTION note_running()`);
    await startWorker({ WORKER_CONCURRENCY: '4', RUNNING_JOBS: '1' });
    expect(await started()).toHaveLength(30);
    const [most] = await api.database.query<{ running: number }>(`SELECT max(running) AS running FROM seen`);
    // Claims of the same instant do not see each other: four jobs might once be claimed together,
    // and not again.
    expect(most?.running).toBeGreaterThanOrEqual(1);
    const [over] = await api.database.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM seen WHERE running > 1`,
    );
    expect(over?.count).toBeLessThanOrEqual(3);
  });
});
