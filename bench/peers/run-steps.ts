import { spawnSync } from 'node:child_process';
import type { Measurement } from '../measure/contender';
import { runWithNode } from './run-with-node';
import { runWithPsql } from './run-with-psql';
import type { Step } from './step';

/** The version of `psql`, which runs the scripts when it is in PATH; null when `pg` and `pg-copy-streams` run them. */
export const PSQL: string | null = findPsql();

/** Runs a script and times it, the start of its client included. */
export async function runSteps(url: string, steps: readonly Step[]): Promise<Measurement> {
  const start = performance.now();
  const peakBytes = await (PSQL === null ? runWithNode(url, steps) : runWithPsql(url, steps));
  return { seconds: (performance.now() - start) / 1_000, peakBytes };
}

function findPsql(): string | null {
  const { status, stdout } = spawnSync('psql', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}
