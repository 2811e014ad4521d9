import { join } from 'node:path';
import { TYPESCRIPT } from '../../support/test-servers';
import { Chaos } from '../chaos';
import type { Installation, Program, Worker } from '../installation';
import { Random } from '../random';
import { Rounds } from '../rounds';

const NAIVE: Program = { main: join(__dirname, 'worker.ts'), nodeArguments: TYPESCRIPT };
const WORKERS = 4;

/** What the naive worker got wrong without kills, which must be nothing, and under them. */
export interface ControlResult {
  imports: number;
  kills: number;
  wrongInPeace: string[];
  wrong: string[];
}

/**
 * Puts the naive worker through the same rounds, kills and checks as ours; no worker of ours may
 * run meanwhile.
 */
export async function runControl(
  installation: Installation,
  seed: number,
  { kills, rows }: { kills: number; rows: number },
): Promise<ControlResult> {
  const random = new Random(seed);
  const startWorker = (): Promise<Worker> => installation.startWorker({}, NAIVE);
  const load = {
    ...{ workspaces: 4, importsOfOneKey: 2, rows, beside: false },
    kinds: [{ type: 'instruments', only: 'continue', plain: true }] as const,
  };
  const peaceful = new Rounds(installation, random, load, 'peace');
  const killed = new Rounds(installation, random, load, 'control');
  const chaos = new Chaos(installation, random, WORKERS, startWorker, 'kill');
  try {
    await startWorker();
    await peaceful.prepare();
    await peaceful.run();
    await killed.prepare();
    while (chaos.kills.length < kills) await killed.run(chaos, kills);
  } finally {
    await installation.stopWorkers();
  }
  return {
    imports: peaceful.imports + killed.imports,
    kills: chaos.kills.length,
    wrongInPeace: peaceful.wrong,
    wrong: killed.wrong,
  };
}
