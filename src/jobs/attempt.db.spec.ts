import { JOB_KINDS } from '../../test/support/job-kinds';
import { EXPORT_KIND } from '../exports/export-kind';
import { IMPORT_KIND } from '../imports/import-kind';
import { Logger } from '@nestjs/common';
import { Client, Pool } from 'pg';
import { ExportHarness } from '../../test/support/export-harness';
import { ImportHarness } from '../../test/support/import-harness';
import { nextLeaseEnd, retryWait } from './due';
import { endAttempt } from './attempt';
import type { ClaimedJob, JobKind } from './job';
import { JobStore } from './job-store';
import { ReadingStoppedError } from './job-errors';

const IN_A_ROW = 20;
const REASON = 'It takes more memory than it may.';
const KINDS = JOB_KINDS.all;

describe('an attempt that ends without the end of its job', () => {
  let harness: ImportHarness;
  let store: JobStore;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    harness = await ImportHarness.start();
    store = new JobStore(harness.app, harness.settings);
    await harness.addType('equity');
  });
  afterEach(() => harness.database.query('TRUNCATE import_jobs, export_jobs, job_leases CASCADE'));
  afterAll(() => harness.stop());

  const queue = (kind: JobKind): Promise<string> =>
    kind === IMPORT_KIND
      ? harness.queue({ file: 'identifier,name,type_id\n' })
      : new ExportHarness(harness).queue();

  async function claim(kind: JobKind, id: string): Promise<ClaimedJob> {
    const job = await store.claim(kind, id, 'host:1:a');
    if (job === null) throw new Error(`The ${kind.name} cannot be claimed.`);
    return job;
  }

  const fail = (job: ClaimedJob, error: unknown): Promise<void> =>
    endAttempt(store, new Logger(), job, error);

  /** Lets so many seconds pass, as far as leases know. */
  const pass = (seconds: number): Promise<unknown> =>
    harness.database.query(`UPDATE job_leases SET lease_until = lease_until - $1::int * interval '1 s'`, [
      seconds,
    ]);

  /** The process of the attempt is gone, and its lease ended just now. */
  const die = (): Promise<unknown> =>
    harness.database.query(`UPDATE job_leases SET lease_until = clock_timestamp()`);

  const set = (kind: JobKind, columns: string): Promise<unknown> =>
    harness.database.query(`UPDATE ${kind.table} SET ${columns}`);

  async function state(kind: JobKind): Promise<Record<string, unknown> | undefined> {
    const error =
      kind === EXPORT_KIND ? 'error' : '(SELECT jsonb_agg(message) FROM import_row_errors) AS error';
    const [row] = await harness.database.query(`SELECT status, attempt, stalls, ${error} FROM ${kind.table}`);
    return row;
  }

  async function waitOfLease(): Promise<number | undefined> {
    const [row] = await harness.database.query<{ ms: number }>(`SELECT retry_wait_ms AS ms FROM job_leases`);
    return row?.ms;
  }

  const FAILURES: [string, () => Promise<unknown>][] = [
    ['a pool without a free connection', exhaustPool],
    ['a connection that was terminated', () => inVictim('pg_terminate_backend')],
    ['a statement that an operator cancelled', () => inVictim('pg_cancel_backend')],
    ['a server that does not answer at any of its addresses', refuseConnection],
    ['a broken pipe', () => Promise.resolve(systemError('write EPIPE', 'EPIPE'))],
    ['a process without free file descriptors', () => Promise.resolve(systemError('open', 'EMFILE'))],
  ];

  it.each(
    KINDS.flatMap((kind) => FAILURES.map(([name, provoke]) => [kind.name, name, kind, provoke] as const)),
  )(`goes on: the %s met ${IN_A_ROW} times in a row %s`, async (_kind, _name, kind, provoke) => {
    const id = await queue(kind);
    const error = await provoke();
    for (let attempt = 1; attempt <= IN_A_ROW; attempt++) {
      await fail(await claim(kind, id), error);
      expect(await state(kind)).toMatchObject({ status: 'processing', attempt });
      await pass(61);
    }
    expect(await claim(kind, id)).toMatchObject({ attempt: IN_A_ROW + 1 });
    expect(await state(kind)).toMatchObject({ status: 'processing', stalls: IN_A_ROW });
  });

  it('waits twice as long each time, up to a limit', async () => {
    const waits = await harness.database.query<{ ms: number }>(
      `SELECT ${retryWait('losses', '$1')} AS ms FROM generate_series(0, 30) losses ORDER BY losses`,
      [60_000],
    );
    expect(waits.slice(0, 8).map(({ ms }) => ms)).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
    ]);
    expect(waits.at(-1)?.ms).toBe(60_000);
  });

  it.each(KINDS.map((kind) => [kind.name, kind] as const))(
    'is taken over at once the first time its worker dies, later each next time: %s',
    async (_name, kind) => {
      const id = await queue(kind);
      await claim(kind, id);
      const waits = [await waitOfLease()];
      for (let losses = 1; losses <= 8; losses++) {
        await die();
        const wait = waits.at(-1) ?? 0;
        if (wait > 0) {
          expect(await store.claim(kind, id, 'host:2:b')).toBeNull();
          expect(await store.due(kind, 10)).toEqual([]);
          expect(await nextLeaseEnd(harness.app.everywhere, KINDS)).toBeGreaterThan(0);
          expect(await nextLeaseEnd(harness.app.everywhere, KINDS)).toBeLessThanOrEqual(wait);
          await pass(wait / 1_000);
        }
        expect(await store.due(kind, 10)).toEqual([id]);
        await claim(kind, id);
        waits.push(await waitOfLease());
      }
      expect(waits).toEqual(
        [0, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000].slice(0, waits.length),
      );
      expect(await state(kind)).toMatchObject({ status: 'processing', attempt: 9, stalls: 8 });
    },
  );

  it.each<[string, (job: ClaimedJob) => Promise<unknown>]>([
    [
      'made progress',
      async () => {
        await set(IMPORT_KIND, 'progressed = true');
        await die();
      },
    ],
    ['was shut down', (job) => fail(job, 'shutdown')],
  ])('is taken over at once, however often it was lost before, when it %s', async (_name, end) => {
    const id = await queue(IMPORT_KIND);
    await claim(IMPORT_KIND, id);
    await set(IMPORT_KIND, 'stalls = 6');
    await die();
    const job = await claim(IMPORT_KIND, id);
    expect(await waitOfLease()).toBe(60_000);
    await end(job);
    expect(await store.due(IMPORT_KIND, 10)).toEqual([id]);
    expect(await claim(IMPORT_KIND, id)).toMatchObject({ attempt: 3 });
  });

  it.each(KINDS.map((kind) => [kind.name, kind] as const))(
    'is given up after a day of lost attempts, and says whose fault it is not: %s',
    async (_name, kind) => {
      const id = await queue(kind);
      await claim(kind, id);
      await set(kind, `stalls = 1439, interrupted_since = clock_timestamp() - interval '25 hours'`);
      await die();
      expect(await store.claim(kind, id, 'host:2:b')).toBeNull();
      const ended = await state(kind);
      expect(ended).toMatchObject({ status: 'failed', attempt: 1 });
      expect(JSON.stringify(ended?.error)).toContain('The service was interrupted 1,440 times');
      expect(JSON.stringify(ended?.error)).toContain('The file or the request is not the cause');
    },
  );

  it.each([
    ['a server that was off for days', 'stalls = 1', '3 days'],
    ['less than a day', 'stalls = 1000', '23 hours'],
    ['progress of the last attempt', 'stalls = 1000, progressed = true', '25 hours'],
  ])('is not given up after %s', async (_name, columns, since) => {
    const id = await queue(IMPORT_KIND);
    await claim(IMPORT_KIND, id);
    await set(IMPORT_KIND, `${columns}, interrupted_since = clock_timestamp() - interval '${since}'`);
    await die();
    expect(await claim(IMPORT_KIND, id)).toMatchObject({ attempt: 2 });
  });

  it('fails when its file stopped its reading three times, whatever else interrupted it', async () => {
    const id = await queue(IMPORT_KIND);
    for (let stop = 1; stop <= 3; stop++) {
      const job = await claim(IMPORT_KIND, id);
      expect(await state(IMPORT_KIND)).toMatchObject({ status: 'processing' });
      await (stop === 2 ? die() : Promise.resolve()); // a loss from outside in between neither counts nor resets
      const again = stop === 2 ? await claim(IMPORT_KIND, id) : job;
      store = new JobStore(harness.app, harness.settings); // another process
      await fail(again, new ReadingStoppedError(REASON));
      await pass(61);
    }
    expect(await state(IMPORT_KIND)).toMatchObject({ status: 'failed', attempt: 4, stalls: 1 });
    expect(JSON.stringify((await state(IMPORT_KIND))?.error)).toContain(
      `stopped three times without progress`,
    );
    expect(JSON.stringify((await state(IMPORT_KIND))?.error)).toContain(REASON);
  });

  it('begins to count the stops of its reading anew after progress', async () => {
    const id = await queue(IMPORT_KIND);
    for (let stop = 1; stop <= 6; stop++) {
      const job = await claim(IMPORT_KIND, id);
      if (stop === 3) await set(IMPORT_KIND, 'progressed = true');
      expect(await state(IMPORT_KIND)).toMatchObject({ status: 'processing' });
      await fail(job, new ReadingStoppedError(REASON));
      await pass(61);
    }
    expect(await state(IMPORT_KIND)).toMatchObject({ status: 'failed', attempt: 6 });
  });

  /** What the pool of the driver throws when every connection is taken. */
  async function exhaustPool(): Promise<unknown> {
    const pool = new Pool({
      connectionString: harness.settings.databaseUrl,
      max: 1,
      connectionTimeoutMillis: 500,
    });
    const held = await pool.connect();
    const error = await pool.query('SELECT 1').catch((thrown: unknown) => thrown);
    held.release();
    await pool.end();
    return error;
  }

  async function inVictim(end: string): Promise<unknown> {
    return harness.database.session('victim', async (session) => {
      const [own] = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const sleeping = session.query('SELECT pg_sleep(60)').catch((thrown: unknown) => thrown);
      await harness.database.query(
        `SELECT ${end}(pid) FROM pg_stat_activity WHERE pid = $1 AND pg_sleep(0.2) IS NOT NULL`,
        [own?.pid ?? 0],
      );
      return sleeping;
    });
  }

  async function refuseConnection(): Promise<unknown> {
    const client = new Client({ host: 'localhost', port: 1 });
    return client.connect().catch((thrown: unknown) => thrown);
  }
});

const systemError = (message: string, code: string): Error => Object.assign(new Error(message), { code });
