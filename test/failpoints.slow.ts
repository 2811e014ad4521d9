import { rm } from 'node:fs/promises';
import { FAILPOINT_NAMES, type FailpointName } from '../src/config/failpoint-names';
import { checkExports } from './faults/check-exports';
import { checkSerializationKey } from './faults/check';
import { checkStorage } from './faults/check-storage';
import { compileApp } from './faults/compile-app';
import { Installation, type Worker } from './faults/installation';
import { SerializationKey, type PlannedImport } from './faults/serialization-key';
import { Random } from './faults/random';
import { setUpWorkspace } from './faults/set-up-workspace';
import type { AppProcess } from './support/app-process';
import { eventually } from './support/eventually';
import { makeTestFolder } from './support/test-servers';

jest.setTimeout(240_000);

const ROWS = 300;
const WORKSPACE = 'points';

/**
 * What passes the point: a worker at a job, a worker at the job of a dead one or that is shutting down, or
 * the API at a request.
 */
type Scene = 'continue' | 'abort' | 'export' | 'takeover' | 'shutdown' | 'upload' | 'order' | 'cancel';

const SCENES: Record<FailpointName, { scene: Scene; passes?: number }> = {
  'upload.stored': { scene: 'upload' },
  'import.queued': { scene: 'upload' },
  'export.queued': { scene: 'order' },
  'job.claimed': { scene: 'continue' },
  'job.taken_over': { scene: 'takeover' },
  'import.staged': { scene: 'continue' },
  'import.classified': { scene: 'continue', passes: 2 },
  'import.applied': { scene: 'continue', passes: 2 },
  'import.committed': { scene: 'continue', passes: 2 },
  'abort.applied': { scene: 'abort' },
  'abort.committed': { scene: 'abort' },
  'import.ending': { scene: 'continue' },
  'export.snapshot': { scene: 'export' },
  'storage.written': { scene: 'export' },
  'storage.renamed': { scene: 'export' },
  'export.applied': { scene: 'export' },
  'export.committed': { scene: 'export' },
  'job.ended': { scene: 'continue' },
  'job.cancelled': { scene: 'cancel' },
  'job.given_back': { scene: 'shutdown' },
};

/**
 * A real process dies exactly there, as by kill -9; the others must bring the job to the end that a
 * serial run gives.
 */
describe('a process that dies at', () => {
  let folder: string;
  let installation: Installation;
  /** Frozen until the one that is to die is dead. */
  let healthy: Worker;
  const random = new Random(5);
  const serializationKey = new SerializationKey(
    WORKSPACE,
    { type: 'instruments', only: 'continue', plain: true },
    ROWS * 2,
  );

  beforeAll(async () => {
    folder = await makeTestFolder();
    const app = { main: await compileApp(folder), nodeArguments: [] };
    installation = await Installation.start(app);
    await setUpWorkspace(installation.client, WORKSPACE);
    healthy = await installation.startWorker();
    healthy.child.kill('SIGSTOP');
  });
  afterAll(async () => {
    await installation.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(FAILPOINT_NAMES)('%s leaves a job that ends right', async (name) => {
    const { scene, passes = 1 } = SCENES[name];
    const armed = { NODE_ENV: 'test', FAILPOINTS: `${name}=exit@${passes}` };
    const jobs = await countJobs();
    const check = await play(scene, armed, (app) => diesAt(app, name));
    healthy.child.kill('SIGCONT');
    await eventually('every job ended', async () => (await countJobs('queued', 'processing')) === 0, 60_000);
    healthy.child.kill('SIGSTOP');
    expect({ wrong: await check(), jobs: await countJobs() }).toEqual({ wrong: [], jobs: jobs + 1 });
  });

  it('any of these points leaves no file behind', async () => {
    expect(await checkStorage(installation, () => installation.startWorker())).toEqual([]);
  });

  type Armed = Record<string, string>;

  /** Plays the scene until the process is dead; returns how to check its outcome. */
  async function play(
    scene: Scene,
    armed: Armed,
    dies: (app: AppProcess) => Promise<void>,
  ): Promise<() => Promise<string[]>> {
    const { client } = installation;
    if (scene === 'upload' || scene === 'order' || scene === 'cancel') {
      const plan = planImport('continue');
      const queued = scene === 'cancel' ? await client.upload(plan) : null;
      const api = await installation.startApi(armed);
      // The client repeats what met no answer, with the same key: so it must not become two jobs.
      const answered = queued
        ? client.json('POST', `/v1/workspaces/${WORKSPACE}/imports/${queued}/cancel`)
        : scene === 'upload'
          ? client.upload(plan)
          : orderExport();
      await dies(api);
      await installation.startApi();
      const answer = await answered;
      if (queued !== null) {
        expect(answer).toMatchObject({ status: 200, body: { status: 'cancelled', created_count: 0 } });
      }
      return scene === 'order'
        ? () => checkExports(installation, serializationKey, [String(answer)])
        : () =>
            checkSerializationKey(installation, serializationKey, [{ id: queued ?? String(answer), plan }]);
    }
    if (scene === 'export') {
      const id = await orderExport();
      await dies(await installation.startWorker(armed));
      return () => checkExports(installation, serializationKey, [id]);
    }
    const plan = planImport(scene === 'abort' ? 'abort' : 'continue', scene === 'shutdown' ? 40 : 1);
    const id = await client.upload(plan);
    if (scene === 'takeover') {
      const first = await installation.startWorker({ NODE_ENV: 'test', FAILPOINTS: 'job.claimed=exit' });
      await diesAt(first, 'job.claimed');
    }
    const worker = await installation.startWorker(armed);
    if (scene === 'shutdown') {
      await eventually('the import is under way', async () => (await countJobs('processing')) === 1);
      worker.child.kill('SIGTERM');
    }
    await dies(worker);
    return () => checkSerializationKey(installation, serializationKey, [{ id, plan }]);
  }

  /** A file without mistakes when it must go in whole; of so many times the usual rows. */
  function planImport(onError: 'abort' | 'continue', times = 1): PlannedImport {
    const kind = { type: 'instruments', only: onError, plain: true } as const;
    const planner = new SerializationKey(WORKSPACE, kind, ROWS * 2 * times);
    for (;;) {
      const plan = planner.plan(random, ROWS * times);
      const invalid = plan.rows.some(({ issue }) => issue !== null);
      if (onError === 'continue' || !invalid) return { ...plan, serializationKey };
    }
  }

  async function orderExport(): Promise<string> {
    const order = { object_type: 'instruments' };
    const { id } = await installation.client.must('POST', `/v1/workspaces/${WORKSPACE}/exports`, order);
    return String(id);
  }

  async function diesAt({ child, ended, errors }: AppProcess, name: FailpointName): Promise<void> {
    await ended;
    expect([child.signalCode, errors()]).toEqual(['SIGKILL', `failpoint ${name}: exit\n`]);
  }

  /** Jobs of both kinds in these states, or in all. */
  async function countJobs(...statuses: string[]): Promise<number> {
    const [row] = await installation.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM (
         SELECT status FROM import_jobs UNION ALL SELECT status FROM export_jobs) job
       WHERE cardinality($1::text[]) = 0 OR status = ANY ($1)`,
      [statuses],
    );
    return row?.count ?? 0;
  }
});
