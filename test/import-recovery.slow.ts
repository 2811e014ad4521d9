import Bull from 'bull';
import { type AppProcess, spawnApp, waitUntilUp } from './support/app-process';
import { Gates } from './support/gates';
import { ImportsClient, type FormFields } from './support/imports-client';
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
  let gates: Gates | null = null;

  beforeAll(async () => {
    app = await startTestApp({ ROLE: 'api' });
    imports = new ImportsClient(app);
    await imports.addType('equity');
  });
  afterEach(async () => {
    for (const { child } of workers) child.kill('SIGKILL');
    await Promise.all(workers.map(({ ended }) => ended));
    workers = [];
    await gates?.remove();
    gates = null;
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
  /**
   * Queues an import that will be stopped in the middle of its transactions, at each of these rows.
   */
  const queueWithGates = async (file: string, fields: FormFields, ...rows: string[]) => {
    gates = await Gates.put(app.database, rows);
    const { id } = await imports.queue(file, fields);
    return { id, gates };
  };

  it('is finished by others, each row once, when they are killed in the middle', async () => {
    const rows = ['i010000', 'i050000', 'i090001'];
    const { id, gates } = await queueWithGates(rowsOf(ROWS), CONTINUE, ...rows);
    for (const [kills, row] of rows.entries()) {
      const worker = await startWorker();
      await gates.reachedBy(id, kills + 1);
      await kill(worker);
      const job = await imports.job(id);
      expect([job.status, job.processed_count]).toEqual(['processing', await imports.count('instruments')]);
      expect(job.processed_count).toBeGreaterThan(0);
      await gates.open(row);
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
    const { id, gates } = await queueWithGates(rowsOf(ROWS), { resource_type: 'instruments' }, 'i050000');
    const worker = await startWorker();
    await gates.reachedBy(id, 1);
    await kill(worker);
    expect([(await imports.job(id)).status, await imports.count('instruments')]).toEqual(['processing', 0]);
    await startWorker();
    await gates.reachedBy(id, 2); // the session of the killed worker was ended, or its rows would be in the way
    expect(await imports.count('instruments')).toBe(0);
    await gates.open('i050000');
    expect(await imports.finished(id, 90_000)).toMatchObject({ status: 'completed', created_count: ROWS });
    expect(await imports.count('instruments')).toBe(ROWS);
  });

  it('leaves nothing under abort when it is cancelled after its worker was killed', async () => {
    const { id, gates } = await queueWithGates(rowsOf(10_000), { resource_type: 'instruments' }, 'i005000');
    const worker = await startWorker();
    await gates.reachedBy(id, 1);
    await kill(worker);
    const { body } = await imports.cancel(id).expect(200);
    await gates.open('i005000');
    await startWorker();
    await imports.finished((await imports.queue(rowsOf(1), { ...CONTINUE, dry_run: 'true' })).id, 60_000);
    expect([await imports.count('instruments'), await imports.job(id)]).toEqual([0, body]);
    expect(body).toMatchObject({ status: 'cancelled', processed_count: 0, created_count: 0 });
  });

  it('reports each error once when its worker was killed', async () => {
    const row = (n: number): string => `b${String(n).padStart(6, '0')},${n % 2 ? 'B' : ''},equity\n`;
    const file = HEADER + Array.from({ length: 20_000 }, (_, n) => row(n)).join('');
    const { id, gates } = await queueWithGates(file, CONTINUE, 'b010001');
    const worker = await startWorker();
    await gates.reachedBy(id, 1);
    await kill(worker);
    await gates.open('b010001');
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

  it('is handed over by a worker that receives SIGTERM, which ends in good order', async () => {
    const { id, gates } = await queueWithGates(rowsOf(ROWS), CONTINUE, 'i050000');
    const worker = await startWorker();
    await gates.reachedBy(id, 1);
    await startWorker();
    worker.child.kill('SIGTERM');
    await gates.open('i050000');
    expect(await worker.ended).toBe(0);
    expect(await imports.finished(id, 90_000)).toMatchObject({ status: 'completed', created_count: ROWS });
  });

  it('reaches its end although Redis lost every notification', async () => {
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
    const { id, gates } = await queueWithGates(rowsOf(ROWS), CONTINUE, 'i050000');
    await startWorker();
    await gates.reachedBy(id, 1);
    const { body } = await imports.cancel(id).expect(200);
    const rows = await imports.count('instruments');
    expect(body).toMatchObject({ status: 'cancelled', created_count: rows, processed_count: rows });
    expect(body.unprocessed_count).toBe(body.row_count === null ? null : ROWS - rows);
    await gates.open('i050000');
    await imports.finished((await imports.queue(rowsOf(1), { ...CONTINUE, dry_run: 'true' })).id);
    expect([await imports.count('instruments'), await imports.job(id)]).toEqual([rows, body]);
  });
});
