import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { TYPESCRIPT } from './test-servers';

const MAIN = join(__dirname, '../../src/cli/main.ts');

/** How a command line ended. */
export interface CliResult {
  code: number | null;
  out: string;
  err: string;
}

/** A command line that runs. */
export interface CliProcess {
  child: ChildProcess;
  /** What it has printed so far. */
  output: () => string;
  ended: Promise<CliResult>;
}

/** Starts `almagest` as a process, with this environment and nothing of ours. */
export function startCli(
  args: readonly string[],
  environment: Record<string, string>,
  cwd?: string,
): CliProcess {
  const child = spawn(process.execPath, [...TYPESCRIPT, MAIN, ...args], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd !== undefined && { cwd }),
  });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...printed }));
  return { child, output: () => printed.out + printed.err, ended };
}

/** Runs `almagest` to its end. */
export const runCli = (
  args: readonly string[],
  environment: Record<string, string>,
  cwd?: string,
): Promise<CliResult> => startCli(args, environment, cwd).ended;
