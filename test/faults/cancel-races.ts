import type { Installation } from './installation';
import { Random } from './random';
import { setUpWorkspace } from './set-up-workspace';

const ROWS = 200;
const SERIALIZATION_KEYS = 6;

/** One import that was cancelled at some moment of its life. */
interface Race {
  id: string;
  prefix: string;
  onError: 'abort' | 'continue';
  /** Status of the answer to the cancel. */
  answer: number;
  /** The job and the number of its records right after that answer. */
  job: Record<string, unknown>;
  records: number;
}

/** How the races ended. */
export interface RaceResult {
  races: number;
  cancelledQueued: number;
  cancelledMidway: number;
  completedFirst: number;
  disagreements: string[];
}

/**
 * Cancels small imports at random moments around their end: exactly one wins, and nothing follows a
 * cancel's answer.
 */
export async function raceCancels(
  installation: Installation,
  seed: number,
  races: number,
): Promise<RaceResult> {
  const random = new Random(seed);
  const all: Race[] = [];
  await Promise.all(
    Array.from({ length: SERIALIZATION_KEYS }, async (_, serializationKey) => {
      const workspace = `race${seed}-${serializationKey}`;
      await setUpWorkspace(installation.client, workspace);
      let typicalMs = 300;
      for (let number = serializationKey; number < races; number += SERIALIZATION_KEYS) {
        const race = await raceOnce(installation, random, workspace, number, random.next() * typicalMs * 1.6);
        all.push(race);
        // Later when it was cancelled, sooner when it had completed: about half of each.
        typicalMs *= race.answer === 200 ? 1.08 : 0.93;
      }
    }),
  );
  const result: RaceResult = {
    ...{ races: all.length, cancelledQueued: 0, cancelledMidway: 0, completedFirst: 0 },
    disagreements: [],
  };
  for (const race of all) {
    if (race.answer === 409) result.completedFirst++;
    else if (race.job.started_at === null) result.cancelledQueued++;
    else result.cancelledMidway++;
    result.disagreements.push(...(await classifier(installation, race)));
  }
  return result;
}

async function raceOnce(
  installation: Installation,
  random: Random,
  workspace: string,
  number: number,
  waitMs: number,
): Promise<Race> {
  const { client } = installation;
  const prefix = `r${number}-`;
  const onError = random.pick(['abort', 'continue'] as const);
  const rows = Array.from(
    { length: ROWS },
    (_, row) => `${prefix}${String(row).padStart(4, '0')},Name,equity\n`,
  );
  const plan = {
    ...{
      serializationKey: { workspace },
      name: 'file.csv',
      text: `identifier,name,type_id\n${rows.join('')}`,
    },
    fields: { resource_type: 'instruments', on_error: onError },
  };
  const id = await client.upload(plan);
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  const { status } = await client.json('POST', `/v1/workspaces/${workspace}/imports/${id}/cancel`);
  return { id, prefix, onError, answer: status, ...(await look(installation, id, prefix)) };
}

async function look(
  installation: Installation,
  id: string,
  prefix: string,
): Promise<Pick<Race, 'job' | 'records'>> {
  const [row] = await installation.query<{ job: Record<string, unknown>; records: number }>(
    `SELECT to_jsonb(job) AS job, (SELECT count(*)::integer FROM instruments r
       WHERE r.workspace_id = job.workspace_id AND r.identifier LIKE $2) AS records
     FROM import_jobs job WHERE id = $1`,
    [id, `${prefix}%`],
  );
  return row ?? { job: {}, records: 0 };
}

/** What is wrong with a race, in words, now that nothing runs any more. */
async function classifier(installation: Installation, race: Race): Promise<string[]> {
  const { id, prefix, onError, answer, job, records } = race;
  const now = await look(installation, id, prefix);
  const wrong: (string | false)[] = [];
  if (answer === 200) {
    wrong.push(
      job.status !== 'cancelled' && `is ${String(job.status)} after a cancel that was answered 200`,
      now.records !== records && `had ${records} records at the answer and has ${now.records} now`,
      JSON.stringify(now.job) !== JSON.stringify(job) && 'changed after the answer',
      onError === 'abort' && records !== 0 && `left ${records} records under abort`,
    );
  } else {
    wrong.push(
      answer !== 409 && `the cancel was answered ${answer}`,
      now.job.status !== 'completed' && `is ${String(now.job.status)} although its cancel was too late`,
      now.records !== ROWS && `completed with ${now.records} records`,
    );
  }
  wrong.push(
    now.job.created_count !== now.records &&
      `counts ${String(now.job.created_count)} of ${now.records} records`,
    now.job.processed_count !== now.job.created_count && 'processed other rows than it created',
    now.job.row_count !== null &&
      now.job.row_count !== Number(now.job.processed_count) + Number(now.job.unprocessed_count) &&
      'does not account for all of its rows',
  );
  return wrong.flatMap((sentence) => (sentence === false ? [] : [`race ${id} (${onError}): ${sentence}`]));
}
