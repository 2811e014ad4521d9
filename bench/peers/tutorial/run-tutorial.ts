import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Measurement } from '../../measure/contender';

const TYPESCRIPT = ['--require', join(__dirname, '../../../test/support/swc-register.cjs')];

/** Runs the tutorial's import of the first `rows` of a file in a separate process, whose start is not timed. */
export async function runTutorial(url: string, file: string, rows: number): Promise<Measurement> {
  const child = fork(join(__dirname, 'tutorial-process.ts'), [url, file, String(rows)], {
    execArgv: TYPESCRIPT,
  });
  let reply: (Measurement & { rows: number }) | null = null;
  child.on('message', (message) => (reply = message as Measurement & { rows: number }));
  const [code] = (await once(child, 'exit')) as [number | null];
  const measured = reply as (Measurement & { rows: number }) | null;
  if (measured?.rows !== rows)
    throw new Error(`The tutorial ended with ${code} after ${measured?.rows ?? 'no'} rows.`);
  return measured;
}
