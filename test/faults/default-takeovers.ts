import { eventually } from '../support/eventually';
import { checkSerializationKey, type SentImport } from './check';
import type { Installation, Worker } from './installation';
import { SerializationKey } from './serialization-key';
import { type Incident, takeoverTimes } from './lease-log';
import { Random } from './random';
import { setUpWorkspace } from './set-up-workspace';

const SERIALIZATION_KEYS = 4;
const BATCH_ROWS = 20;
/** An import lasts as many seconds for each worker that is lost, about. */
const SECONDS = 30;
/**
 * Lease, renewal and reconciler as they are shipped; small batches, so that a slow import can stop
 * between two.
 */
const AS_SHIPPED = {
  LEASE_MS: '',
  LEASE_RENEW_MS: '',
  RECONCILE_MS: '',
  RETRY_MAX_MS: '',
  BATCH_ROWS: String(BATCH_ROWS),
};

/** Times to the takeover of each job, in milliseconds. */
export interface DefaultTakeovers {
  killed: number[];
  terminated: number[];
  wrong: string[];
}

/**
 * Kills and terminates workers that run with the settings as shipped, on imports that the database
 * makes slow.
 */
export async function measureDefaults(
  installation: Installation,
  seed: number,
  { kills, terms }: { kills: number; terms: number },
): Promise<DefaultTakeovers> {
  const random = new Random(seed);
  const rows = (kills + terms) * SECONDS * BATCH_ROWS;
  const incidents: Record<'SIGKILL' | 'SIGTERM', Incident[]> = { SIGKILL: [], SIGTERM: [] };
  const start = (): Promise<Worker> => installation.startWorker(AS_SHIPPED);
  await makeSlow(installation);
  const sent: SentImport[] = [];
  for (let number = 0; number < SERIALIZATION_KEYS; number++) {
    const serializationKey = new SerializationKey(
      `shipped${seed}-${number}`,
      { type: 'instruments', only: 'continue', plain: true },
      rows,
    );
    await setUpWorkspace(installation.client, serializationKey.workspace);
    const plan = serializationKey.plan(random, rows);
    sent.push({ id: await installation.client.upload(plan), plan });
  }
  await start();
  await start();
  for (const signal of [
    ...Array<'SIGKILL'>(kills).fill('SIGKILL'),
    ...Array<'SIGTERM'>(terms).fill('SIGTERM'),
  ]) {
    await eventually('every import is under way', () => allRun(installation), 60_000);
    const victim = await findWorker(installation);
    await new Promise((resolve) => setTimeout(resolve, random.below(6_000)));
    incidents[signal].push({ pid: victim.pid, at: Date.now() });
    victim.child.kill(signal);
    await start();
  }
  await eventually('every import is under way', () => allRun(installation), 60_000);
  await installation.query(`DROP TRIGGER slow ON instruments`);
  const wrong: string[] = [];
  await eventually('the slow imports end', async () => (await open(installation)) === 0, 120_000);
  for (const one of sent)
    wrong.push(...(await checkSerializationKey(installation, one.plan.serializationKey, [one])));
  return {
    killed: await takeoverTimes(installation, incidents.SIGKILL),
    terminated: await takeoverTimes(installation, incidents.SIGTERM),
    wrong,
  };
}

async function makeSlow(installation: Installation): Promise<void> {
  await installation.query(`CREATE OR REPLACE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_sleep(1); RETURN NULL; END'`);
  await installation.query(`CREATE TRIGGER slow BEFORE INSERT ON instruments
    FOR EACH STATEMENT EXECUTE FUNCTION slow()`);
}

/** True when a living worker holds each import that has not ended. */
async function allRun(installation: Installation): Promise<boolean> {
  const pids = installation.workers.filter(({ child }) => !child.killed).map(({ pid }) => pid);
  const [row] = await installation.query<{ leased: number }>(
    `SELECT count(*)::integer AS leased FROM import_jobs job
     JOIN job_leases lease ON lease.job_id = job.id AND lease.attempt = job.attempt
     WHERE job.status = 'processing' AND split_part(lease.worker, ':', 2) = ANY ($1::text[])`,
    [pids.map(String)],
  );
  return row?.leased === (await open(installation));
}

/** The worker that holds most imports. */
async function findWorker(installation: Installation): Promise<Worker> {
  const [row] = await installation.query<{ pid: number }>(
    `SELECT split_part(worker, ':', 2)::integer AS pid FROM job_leases lease
     JOIN import_jobs job ON job.id = lease.job_id AND job.status = 'processing'
     WHERE worker IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  const worker = installation.workers.find(({ pid }) => pid === row?.pid);
  if (worker === undefined) throw new Error('The slow imports ended before their workers could be killed.');
  return worker;
}

async function open(installation: Installation): Promise<number> {
  const [row] = await installation.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM import_jobs WHERE status IN ('queued', 'processing')`,
  );
  return row?.count ?? 0;
}
