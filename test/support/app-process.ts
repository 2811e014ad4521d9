import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { eventually } from './eventually';
import { TYPESCRIPT } from './test-servers';

const MAIN = join(__dirname, '../../src/main.ts');
const START_MS = 240_000;

/** The app as a real process, as `npm start` runs it. */
export interface AppProcess {
  child: ChildProcess;
  /** What it has printed so far. */
  output: () => string;
  errors: () => string;
  /** Resolves with its exit code; null after a signal. */
  ended: Promise<number | null>;
}

/** Runs `src/main.ts`, of this checkout or another, with this environment and nothing of ours. */
export function spawnApp(
  environment: Record<string, string>,
  main = MAIN,
  nodeArguments: readonly string[] = TYPESCRIPT,
): AppProcess {
  const child = spawn(process.execPath, [...nodeArguments, main], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (printed.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed.stderr += chunk.toString()));
  return {
    child,
    output: () => printed.stdout,
    errors: () => printed.stderr,
    ended: once(child, 'exit').then(([code]) => code as number | null),
  };
}

/** Waits until the app is up, and returns its base URL. Throws its output when it ended instead. */
export async function waitUntilUp(app: AppProcess): Promise<string> {
  const url = (): string | undefined =>
    /https?:\/\/[^\s/]+(?=\/(docs|health\/ready)\n)/.exec(app.output())?.[0];
  await eventually(
    'the app is up',
    () => {
      if (app.child.exitCode !== null || app.child.signalCode !== null)
        throw new Error(`The app ended: ${app.output()}${app.errors()}`);
      return url() !== undefined;
    },
    START_MS,
  );
  return url() ?? '';
}
