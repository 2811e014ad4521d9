import { rm } from 'node:fs/promises';
import { raceCancels } from './faults/cancel-races';
import { Chaos } from './faults/chaos';
import { checkStorage } from './faults/check-storage';
import { compileApp } from './faults/compile-app';
import { runControl } from './faults/control/run-control';
import { measureDefaults } from './faults/default-takeovers';
import { Installation, RANGES, type Program, type Worker } from './faults/installation';
import { countTakeovers } from './faults/lease-log';
import { Random } from './faults/random';
import { Rounds } from './faults/rounds';
import { makeTestFolder } from './support/test-servers';

jest.setTimeout(600_000);

/**
 * The run follows from it as far as processes allow; `npm run test:faults -- --seed n` tries
 * others.
 */
const SEED = 7;
const KILLS = 24;
const IMPORTS = 12;
const RACES = 24;
const WORKERS = 3;

/**
 * The bounded part of `npm run test:faults`: real processes, a private Postgres and Redis, lease
 * and reconciler at 1 s.
 */
describe(`under faults (seed ${SEED})`, () => {
  let folder: string;
  let app: Program;

  beforeAll(async () => {
    folder = await makeTestFolder();
    app = { main: await compileApp(folder), nodeArguments: [] };
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  describe('Almagest', () => {
    let installation: Installation;
    const startWorker = (): Promise<Worker> => installation.startWorker();

    beforeAll(async () => {
      installation = await Installation.start(app);
    });
    afterEach(() => installation.stopWorkers());
    afterAll(() => installation.stop());

    it('imports what a serial run would, each row once, while its workers are killed', async () => {
      const random = new Random(SEED);
      const kinds = [{ type: 'instruments' }, { type: 'time_series_values' }] as const;
      const load = { workspaces: 2, kinds, importsOfOneKey: 3, rows: 1_500, beside: true };
      const rounds = new Rounds(installation, random, load, 'faults');
      const startAny = (): Promise<Worker> => installation.startWorker(random.pick(RANGES));
      const chaos = new Chaos(installation, random, WORKERS, startAny);
      await rounds.prepare();
      while (chaos.kills.length < KILLS || rounds.imports < IMPORTS) await rounds.run(chaos, KILLS);
      expect(rounds.wrong).toEqual([]);
      expect(await checkStorage(installation, startWorker)).toEqual([]);
      expect(await countTakeovers(installation)).toBeGreaterThan(0);
    });

    it('accepts a job at once while Redis is gone, and brings it to its end before Redis is back, and after', async () => {
      const kinds = [{ type: 'instruments', only: 'continue', plain: true }] as const;
      const load = { workspaces: 1, kinds, importsOfOneKey: 2, rows: 100, beside: false };
      const rounds = new Rounds(installation, new Random(SEED), load, 'redis');
      await rounds.prepare();
      await startWorker();
      await installation.redis.kill();
      await rounds.run();
      await installation.redis.start(); // empty
      await rounds.run();
      expect({ imports: rounds.imports, wrong: rounds.wrong }).toEqual({ imports: 4, wrong: [] });
    });

    it('lets exactly one win between a cancel and the end, and nothing follow a cancel', async () => {
      await installation.startWorker({ BATCH_ROWS: '20' });
      await installation.startWorker({ BATCH_ROWS: '20' });
      const { races, disagreements } = await raceCancels(installation, SEED, RACES);
      expect({ races, disagreements }).toEqual({ races: RACES, disagreements: [] });
    });

    it('takes over with the settings as shipped too', async () => {
      const { killed, wrong } = await measureDefaults(installation, SEED, { kills: 1, terms: 0 });
      expect(wrong).toEqual([]);
      expect(killed.length).toBeGreaterThan(0);
    });
  });

  it('a naive worker, which notes its progress after the rows, gets wrong what ours gets right', async () => {
    const installation = await Installation.start(app);
    try {
      const { wrongInPeace, wrong } = await runControl(installation, SEED, { kills: 6, rows: 1_500 });
      expect(wrongInPeace).toEqual([]);
      expect(wrong.length).toBeGreaterThan(0);
    } finally {
      await installation.stop();
    }
  });
});
