import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createToken } from '../../src/auth/bearer-token';
import { scripts } from '../../package.json';
import { BombClient } from '../support/bomb-client';
import { BOMBS, isAsExpected } from '../support/bombs';
import { spawnApp, waitUntilUp } from '../support/app-process';
import { TYPESCRIPT } from '../support/test-servers';
import { residentBytes, watchMemory } from '../support/watch-memory';

const MAIN = join(__dirname, '../../dist/src/main.js');
const MEBIBYTE = 1_048_576;
/** P10: what a bomb may cost at most. */
const LIMITS = { seconds: 60, mebibytes: 300, slowestMs: 200 };
/**
 * Until the garbage of the last bomb is gone and the idle memory is the one of a server that does
 * nothing.
 */
const REST_MS = 1_500;

/**
 * `run.ts [--mb 100] [--only name-as-a-pattern] [--app main.js]`: throws every bomb at the built
 * app and prints what it cost.
 */
async function main(): Promise<void> {
  const megabytes = Number(argument('--mb') ?? 100);
  const only = new RegExp(argument('--only') ?? '');
  const folder = await mkdtemp(join(tmpdir(), 'almagest-bombs-'));
  const { token } = createToken();
  const app = spawnApp(
    { ...servers(), DATA_DIR: folder, BOOTSTRAP_TOKEN: token, NODE_OPTIONS: nodeOptions() },
    argument('--app') ?? MAIN,
  );
  let broken = 0;
  try {
    const url = await waitUntilUp(app);
    const client = new BombClient(url, token, 'default');
    await client.prepare();
    const probe = new Worker(join(__dirname, 'health-probe.ts'), {
      workerData: { url },
      execArgv: TYPESCRIPT,
    });
    const pid = app.child.pid ?? 0;
    await pause();
    const idle = await residentBytes(pid);
    print(`${BOMBS.length} bombs of ${megabytes} MB each; idle memory ${Math.round(idle / MEBIBYTE)} MiB`);
    print(columns('bomb', 'outcome', 'errors', 's', '+MiB', 'p99 ms', 'slowest ms'));
    for (const bomb of BOMBS.filter(({ name }) => only.test(name))) {
      await take(probe, 'take');
      const start = performance.now();
      const { result, peak } = await watchMemory(pid, () => client.throw(bomb, megabytes * 1_000_000));
      const seconds = (performance.now() - start) / 1_000;
      const answers = (await take(probe, 'take')).sort((a, b) => a - b);
      const cost = {
        seconds,
        mebibytes: (peak - idle) / MEBIBYTE,
        p99Ms: answers[Math.floor(answers.length * 0.99)] ?? 0,
        slowestMs: answers.at(-1) ?? 0,
      };
      const kept = isAsExpected(bomb, result) && isWithinLimits(cost);
      if (!kept) broken++;
      print(
        columns(
          bomb.name,
          `${result.status} ${result.codes[0] ?? ''}`,
          String(result.errors),
          seconds.toFixed(1),
          cost.mebibytes.toFixed(0),
          cost.p99Ms.toFixed(0),
          `${cost.slowestMs.toFixed(0)}${kept ? '' : '  <- broken'}`,
        ),
      );
      await pause();
    }
    await take(probe, 'stop');
  } finally {
    app.child.kill('SIGTERM');
    await app.ended;
    await rm(folder, { recursive: true, force: true });
  }
  print(
    broken === 0 ? 'Every bomb was refused or finished within the limits.' : `${broken} broke a promise.`,
  );
  process.exitCode = broken === 0 ? 0 : 1;
}

function isWithinLimits(cost: { seconds: number; mebibytes: number; slowestMs: number }): boolean {
  return (
    cost.seconds <= LIMITS.seconds && cost.mebibytes <= LIMITS.mebibytes && cost.slowestMs <= LIMITS.slowestMs
  );
}

async function take(probe: Worker, message: 'take' | 'stop'): Promise<number[]> {
  const answer = once(probe, 'message') as Promise<[number[]]>;
  probe.postMessage(message);
  return (await answer)[0];
}

/**
 * The flags with which `npm run start:prod` runs it: how much memory is garbage depends on them.
 */
function nodeOptions(): string {
  const flags = /\bnode ((?:--\S+ )*)/.exec(scripts['start:prod'])?.[1] ?? '';
  return flags.trim();
}

/** Servers other than the embedded ones, when the environment names them. */
const servers = (): Record<string, string> =>
  Object.fromEntries(
    ['DATABASE_URL', 'REDIS_URL'].flatMap((name) => {
      const url = process.env[name];
      return url === undefined ? [] : [[name, url]];
    }),
  );

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const WIDTHS = [46, 34, 9, 7, 7, 8, 12];
const columns = (...cells: string[]): string =>
  cells
    .map((cell, index) => (index < 2 ? cell.padEnd(WIDTHS[index] ?? 0) : cell.padStart(WIDTHS[index] ?? 0)))
    .join('');
const print = (line: string): boolean => process.stdout.write(`${line}\n`);
const pause = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, REST_MS));

void main();
