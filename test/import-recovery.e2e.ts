import Bull from 'bull';
import { type AppProcess, spawnApp, waitUntilUp } from './support/app-process';
import { eventually } from './support/eventually';
import { ImportsClient } from './support/imports-client';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(180_000);

const HEADER = 'identifier,name,type_id\n';
const ROWS = 100_000;
const CONTINUE = { resource_type: 'instruments', on_error: 'continue' };
const rowsOf = (count: number): string =>
  HEADER +
  Array.from({ length: count }, (_, n) => `i${String(n).padStart(6, '0')},Name ${n},equity\n`).join('');

describe('an import whose workers come and go', () => {
  let app: TestApp;
  let imports: ImportsClient;
  let workers: AppProcess[] = [];

  beforeAll(async () => {
    app = await startTestApp({ ROLE: 'api' });
    imports = new ImportsClient(app);
    await imports.addType('equity');
  });
  afterEach(async () => {
    for (const { child } of workers) child.kill('SIGKILL');
    await Promise.all(workers.map(({ ended }) => ended));
    workers = [];
    await app.database.query('TRUNCATE instruments CASCADE');
  });
  afterAll(() => app.stop());

  const startWorker = async (): Promise<AppProcess> => {
    const { databaseUrl, redisUrl, redisPrefix, dataDir } = imports.settings;
    const worker = spawnApp({
      ...{ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, REDIS_PREFIX: redisPrefix, DATA_DIR: dataDir },
      ...{ ROLE: 'worker', LEASE_MS: '1000', LEASE_RENEW_MS: '300', RECONCILE_MS: '300', BATCH_ROWS: '2000' },
    });
    workers.push(worker);
    await waitUntilUp(worker);
    return worker;
  };
  const kill = async ({ child, ended }: AppProcess): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const processed = async (id: string): Promise<number> => (await imports.job(id)).processed_count;

  it('is finished by others, each row once, when they are killed in the middle', async () => {
    const { id } = await imports.queue(rowsOf(ROWS), CONTINUE);
    let reached = 0;
    for (let kills = 0; kills < 3; kills++) {
      const worker = await startWorker();
      await eventually('it made progress', async () => (await processed(id)) > reached, 60_000);
      await kill(worker);
      const job = await imports.job(id);
      expect(job.status).toBe('processing');
      expect(job.processed_count).toBe(await imports.count('instruments'));
      reached = job.processed_count;
    }
    await startWorker();
    expect(await imports.finished(id, 90_000)).toMatchObject({
      status: 'completed',
      row_count: ROWS,
      processed_count: ROWS,
      created_count: ROWS,
      updated_count: 0,
      unchanged_count: 0,
      failed_count: 0,
      unprocessed_count: 0,
      error_count: 0,
    });
    expect(await imports.count('instruments')).toBe(ROWS);
  });

  it('is all or nothing under abort, also when a worker is killed in the middle', async () => {
    const { id } = await imports.queue(rowsOf(ROWS));
    const worker = await startWorker();
    await eventually('it is at work', async () => ((await imports.job(id)).progress ?? 0) > 0, 60_000);
    await kill(worker);
    expect([(await imports.job(id)).status, await imports.count('instruments')]).toEqual(['processing', 0]);
    await startWorker();
    expect(await imports.finished(id, 90_000)).toMatchObject({ status: 'completed', created_count: ROWS });
    expect(await imports.count('instruments')).toBe(ROWS);
  });

  it('reports each error once when its worker was killed', async () => {
    const bad = Array.from({ length: 20_000 }, (_, n) => `b${n},${n % 2 ? 'B' : ''},equity\n`).join('');
    const { id } = await imports.queue(HEADER + bad, CONTINUE);
    const worker = await startWorker();
    await eventually('it made progress', async () => (await processed(id)) > 0, 60_000);
    await kill(worker);
    await startWorker();
    expect(await imports.finished(id, 60_000)).toMatchObject({
      status: 'completed',
      created_count: 10_000,
      failed_count: 10_000,
      error_count: 10_000,
    });
    const [report] = await app.database.query(
      `SELECT count(*)::int AS errors, count(DISTINCT "row")::int AS rows, max(seq)::int AS last
       FROM import_row_errors WHERE job_id = $1`,
      [id],
    );
    expect(report).toEqual({ errors: 10_000, rows: 10_000, last: 10_000 });
  });

  it('is handed over by a worker that is told to end, which ends in good order', async () => {
    const { id } = await imports.queue(rowsOf(ROWS), CONTINUE);
    const worker = await startWorker();
    await startWorker();
    await eventually('it made progress', async () => (await processed(id)) > 0, 60_000);
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    expect(await imports.finished(id, 90_000)).toMatchObject({ status: 'completed', created_count: ROWS });
  });

  it('reaches its end although Redis lost every hint', async () => {
    const { id } = await imports.queue(rowsOf(1_000), CONTINUE);
    const { redisUrl, redisPrefix } = imports.settings;
    const queue = new Bull('imports', redisUrl, { prefix: redisPrefix });
    const keys = await queue.client.keys(`${redisPrefix}*`);
    expect(keys.length).toBeGreaterThan(0);
    await queue.client.del(...keys); // a FLUSHALL of this application only: the server is shared
    await queue.close();
    await startWorker();
    expect(await imports.finished(id, 60_000)).toMatchObject({ status: 'completed', created_count: 1_000 });
  });

  it('is cancelled for good in the hands of another process: not one more row follows', async () => {
    const { id } = await imports.queue(rowsOf(ROWS), CONTINUE);
    await startWorker();
    await eventually('it made progress', async () => (await processed(id)) > 0, 60_000);
    const { body } = await imports.cancel(id).expect(200);
    const rows = await imports.count('instruments');
    expect(body).toMatchObject({ status: 'cancelled', created_count: rows, processed_count: rows });
    expect(body.unprocessed_count).toBe(body.row_count === null ? null : ROWS - rows);
    await imports.finished((await imports.queue(rowsOf(1), { ...CONTINUE, dry_run: 'true' })).id);
    expect([await imports.count('instruments'), await imports.job(id)]).toEqual([rows, body]);
  });
});
