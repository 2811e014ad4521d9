import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watchPeak } from '../measure/memory';
import type { Step } from './step';

/** Runs a script with `psql`, which stops at the first error; returns its peak memory in bytes. */
export async function runWithPsql(url: string, steps: readonly Step[]): Promise<number> {
  const child = spawn('psql', ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', '--file=-', url], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const peak = watchPeak(child.pid ?? 0);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdin.end(steps.map(lineOf).join('\n'));
  const [code] = (await once(child, 'exit')) as [number | null];
  const bytes = peak();
  if (code !== 0) throw new Error(`psql failed: ${errors}`);
  return bytes;
}

/** A meta-command ends with its line. */
function lineOf(step: Step): string {
  if ('sql' in step) return `${step.sql};`;
  if ('copy' in step) return `\\copy ${step.copy} from '${step.from}' with (${step.options})`;
  const target = step.gzip ? `program 'gzip -1 > ${step.to}'` : `'${step.to}'`;
  return `\\copy (${step.select.replace(/\s+/g, ' ')}) to ${target} with (${step.options})`;
}
