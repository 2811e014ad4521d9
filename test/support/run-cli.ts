import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/run';
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

let running = 0;
let home = '';

/**
 * Runs `almagest` to its end in this process, so that the coverage counts it. Where an error of
 * Node itself matters use `startCli`: in Jest's realm such an error is no `instanceof Error`.
 */
export async function runCli(
  args: readonly string[],
  environment: Record<string, string>,
  cwd?: string,
  input?: string,
): Promise<CliResult> {
  const printed = { out: '', err: '' };
  const collect = (name: keyof typeof printed): Writable =>
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        printed[name] += chunk.toString();
        done();
      },
    });
  const terminal = {
    out: collect('out'),
    err: collect('err'),
    ...(input !== undefined && { in: Readable.from([Buffer.from(input)]) }),
  };
  if (running++ === 0) home = process.cwd();
  if (cwd !== undefined) process.chdir(cwd);
  try {
    const code = await run(args, environment, terminal, new AbortController().signal);
    return { code, ...printed };
  } finally {
    if (--running === 0) process.chdir(home);
  }
}
