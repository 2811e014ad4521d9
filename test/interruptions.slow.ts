import { rm } from 'node:fs/promises';
import { checkSerializationKey, type SentImport } from './faults/check';
import { checkExports } from './faults/check-exports';
import { compileApp } from './faults/compile-app';
import { Installation } from './faults/installation';
import { SerializationKey } from './faults/serialization-key';
import { Random } from './faults/random';
import { setUpWorkspace } from './faults/set-up-workspace';
import { eventually } from './support/eventually';
import { TableLock } from './support/table-lock';
import { makeTestFolder } from './support/test-servers';

jest.setTimeout(600_000);

const ROWS = 5_000;
const FAILURES = 20;
const KILLS = 10;

/** Jobs of every kind, none of which makes progress, because the table they need is locked. */
interface Jobs {
  imports: { serializationKey: SerializationKey; sent: SentImport }[];
  exports: { serializationKey: SerializationKey; id: string };
}

describe('a job that is interrupted from outside again and again', () => {
  let folder: string;
  let installation: Installation;
  let lock: TableLock;
  const random = new Random(11);

  beforeAll(async () => {
    folder = await makeTestFolder();
    const app = { main: await compileApp(folder), nodeArguments: [] };
    installation = await Installation.start(app, { BATCH_ROWS: '1000', RETRY_MAX_MS: '200' });
    lock = new TableLock(installation.databaseUrl, 'instruments');
  });
  afterEach(async () => {
    await lock.release();
    await installation.stopWorkers();
  });
  afterAll(async () => {
    await installation.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it(`completes exactly after ${FAILURES} failures of the database in a row`, async () => {
    const jobs = await queueJobs('failing');
    await lock.take();
    const worker = await installation.startWorker();
    const seen = new Map<string, number>();
    for (let attempt = 1; attempt <= FAILURES; attempt++) {
      const sessions = await waitForNextAttempt(jobs, seen);
      if (attempt % 5 !== 0) {
        await installation.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ANY ($1)`,
          [sessions],
        );
        continue;
      }
      worker.child.kill('SIGSTOP'); // so that it finds the table locked when Postgres is back
      const started = await startOfPostgres();
      await installation.restartPostgres(
        (['SIGINT', 'SIGQUIT', 'SIGKILL'] as const)[attempt % 3] ?? 'SIGINT',
      );
      await eventually('Postgres is back', async () => (await startOfPostgres()) !== started, 60_000);
      await lock.take();
      worker.child.kill('SIGCONT');
    }
    await lock.release();
    expect(await outcome(jobs)).toEqual([]);
    expect(await fewestAttempts(jobs)).toBeGreaterThan(FAILURES);
  });

  it(`completes exactly after ${KILLS} times kill -9 of the whole application in a row`, async () => {
    const jobs = await queueJobs('killed');
    await lock.take();
    const seen = new Map<string, number>();
    for (let attempt = 1; attempt <= KILLS; attempt++) {
      const worker = await installation.startWorker();
      await waitForNextAttempt(jobs, seen);
      worker.child.kill('SIGKILL');
      await installation.startApi(); // ends the one before by kill -9
      await worker.ended;
    }
    await lock.release();
    await Promise.all([installation.startApi(), installation.startWorker()]);
    expect(await outcome(jobs)).toEqual([]);
    expect(await fewestAttempts(jobs)).toBeGreaterThan(KILLS);
  });

  async function queueJobs(name: string): Promise<Jobs> {
    const { client } = installation;
    const imports: Jobs['imports'] = [];
    for (const only of ['abort', 'continue'] as const) {
      const workspace = `${name}-${only}`;
      await setUpWorkspace(client, workspace);
      const serializationKey = new SerializationKey(
        workspace,
        { type: 'instruments', only, plain: true },
        ROWS * 2,
      );
      let plan = serializationKey.plan(random, ROWS);
      while (only === 'abort' && plan.rows.some(({ issue }) => issue !== null))
        plan = serializationKey.plan(random, ROWS);
      imports.push({ serializationKey, sent: { id: await client.upload(plan), plan } });
    }
    const serializationKey = new SerializationKey(
      `${name}-abort`,
      { type: 'instruments', only: 'abort', plain: true },
      ROWS,
    );
    const order = { object_type: 'instruments' };
    const { id } = await client.must('POST', `/v1/workspaces/${serializationKey.workspace}/exports`, order);
    return { imports, exports: { serializationKey, id: String(id) } };
  }

  const jobsOf = ({ imports, exports }: Jobs): { kind: string; id: string }[] => [
    ...imports.map(({ sent: { id } }) => ({ kind: 'import', id })),
    { kind: 'export', id: exports.id },
  ];

  /**
   * Resolves when a further attempt of each job waits for the table: one with a higher number than
   * `seen` has, which is updated. Returns the names of their sessions.
   */
  async function waitForNextAttempt(jobs: Jobs, seen: Map<string, number>): Promise<string[]> {
    const prefixes = jobsOf(jobs).map(({ kind, id }) => `almagest:${kind}:${id}:`);
    let attempts: { prefix: string; attempt: number }[] = [];
    await eventually(
      `a further attempt of each job than ${JSON.stringify([...seen])} waits for the table`,
      async () => {
        const ended = (await states(jobs)).filter(({ status }) => status === 'failed');
        if (ended.length > 0) throw new Error(`Given up: ${JSON.stringify(ended)}`);
        const waiting = await installation.query<{ name: string }>(
          `SELECT application_name AS name FROM pg_stat_activity
           WHERE wait_event_type = 'Lock' AND application_name LIKE 'almagest:%'`,
        );
        attempts = prefixes.flatMap((prefix) => {
          const numbers = waiting.flatMap(({ name }) =>
            name.startsWith(prefix) ? [Number(name.slice(prefix.length))] : [],
          );
          const attempt = Math.max(0, ...numbers);
          return attempt > (seen.get(prefix) ?? 0) ? [{ prefix, attempt }] : [];
        });
        return attempts.length === prefixes.length;
      },
      60_000,
    );
    for (const { prefix, attempt } of attempts) seen.set(prefix, attempt);
    return attempts.map(({ prefix, attempt }) => `${prefix}${attempt}`);
  }

  function states(jobs: Jobs): Promise<{ id: string; status: string; attempt: number; error: unknown }[]> {
    return installation.query(
      `SELECT id, status, attempt, error FROM export_jobs WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, status, attempt,
         (SELECT jsonb_agg(jsonb_build_array(code, message)) FROM import_row_errors WHERE job_id = job.id AND "row" IS NULL)
       FROM import_jobs job WHERE id = ANY ($1::uuid[])`,
      [jobsOf(jobs).map(({ id }) => id)],
    );
  }

  async function fewestAttempts(jobs: Jobs): Promise<number> {
    return Math.min(...(await states(jobs)).map(({ attempt }) => attempt));
  }

  async function startOfPostgres(): Promise<unknown> {
    const [row] = await installation.query(`SELECT pg_postmaster_start_time()::text AS at`);
    return row?.at;
  }

  /** What is wrong with what the jobs left, when all have ended. */
  async function outcome(jobs: Jobs): Promise<string[]> {
    await eventually(
      'every job ended',
      async () => (await states(jobs)).every(({ status }) => !/queued|processing/.test(status)),
      60_000,
    );
    const wrong = await Promise.all(
      jobs.imports.map(({ serializationKey, sent }) =>
        checkSerializationKey(installation, serializationKey, [sent]),
      ),
    );
    return [
      ...wrong.flat(),
      ...(await checkExports(installation, jobs.exports.serializationKey, [jobs.exports.id])),
    ];
  }
});
