import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createToken } from '../../src/auth/create-token';
import { spawnApp, waitUntilUp } from '../support/app-process';
import { attack } from './attack';
import { Probe, quantile } from './probes';
import type { ProbeAnswer } from './probe';
import { importOn, makeTenant, makeViewer } from './tenants';

const MAIN = join(__dirname, '../../dist/src/main.js');
/** Item by item what the attack must not reach. */
const MAX_RATIO = 3;
const QUIET_INSTRUMENTS = 5_000;
const IMPORTED = 5_000;
const GET_EVERY_MS = 10;
const READINESS_EVERY_MS = 100;

/**
 * `run.ts [--instruments 260000] [--parallel 30] [--seconds 40]`: a viewer of one workspace of the built app sends counts
 * of 100 `like` conditions, while another workspace reads records and imports, and readiness is asked. Prints the numbers;
 * ends with 1 when one of them is worse than promised.
 */
async function main(): Promise<void> {
  const size = number('--instruments', 260_000);
  const parallel = number('--parallel', 30);
  const seconds = number('--seconds', 40);
  const folder = await mkdtemp(join(tmpdir(), 'almagest-noisy-'));
  const { token } = createToken();
  const app = spawnApp(
    { ...servers(), DATA_DIR: folder, BOOTSTRAP_TOKEN: token, LOG_LEVEL: 'fatal' },
    MAIN,
    [],
  );
  let kept = false;
  try {
    const url = await waitUntilUp(app);
    const noisy = await makeTenant(url, token, 'noisy', size);
    const quiet = await makeTenant(url, token, 'quiet', QUIET_INSTRUMENTS);
    const viewer = await makeViewer(noisy);
    const record = `${url}/v1/workspaces/quiet/instruments/US000000042`;
    const gets = new Probe({ url: record, token, everyMs: GET_EVERY_MS });
    const readiness = new Probe({ url: `${url}/health/ready`, token, everyMs: READINESS_EVERY_MS });
    await pause(3_000); // code that is called often is compiled
    await gets.take();
    await pause((seconds * 1_000) / 2);
    const idle = await gets.take();
    await readiness.take();
    const stop = new AbortController();
    const attacked = attack(`${url}/v1/workspaces/noisy`, viewer, parallel, stop.signal);
    const imported = importOn(quiet, IMPORTED, QUIET_INSTRUMENTS, stop.signal);
    await pause(seconds * 1_000);
    const during = await gets.take();
    const ready = await readiness.take();
    stop.abort();
    const jobs = await imported;
    const outcomes = await attacked;
    await Promise.all([gets.stop(), readiness.stop()]);

    print(`noisy: ${size} instruments, ${parallel} counts at once for ${seconds} s:`);
    for (const [outcome, count] of outcomes) print(`  ${String(count).padStart(6)}  ${outcome}`);
    const ratio = quantile(during, 0.99) / quantile(idle, 0.99);
    const down = ready.filter((answer) => !isReady(answer));
    const failed = jobs.filter(
      ({ status, created_count }) => status !== 'completed' || created_count !== IMPORTED,
    );
    print(`quiet: GET of one record   idle ${describe(idle)}`);
    print(`                       attacked ${describe(during)}`);
    kept = [
      check(`p99 is ${ratio.toFixed(2)} times that of idle (at most ${MAX_RATIO})`, ratio <= MAX_RATIO),
      check(`${during.filter(isOk).length} of ${during.length} GETs were answered 200`, during.every(isOk)),
      check(`${jobs.length - failed.length} of ${jobs.length} imports completed`, failed.length === 0),
      check(
        `${ready.length - down.length} of ${ready.length} times ready, ${describe(ready)}`,
        down.length === 0 && ready.length > 0,
      ),
    ].every(Boolean);
  } finally {
    app.child.kill('SIGTERM');
    await app.ended;
    await rm(folder, { recursive: true, force: true });
  }
  process.exitCode = kept ? 0 : 1;
}

const isOk = ({ status }: ProbeAnswer): boolean => status === 200;
const isReady = ({ status, body }: ProbeAnswer): boolean =>
  status === 200 && body.includes('"database":"up"');

function describe(answers: readonly ProbeAnswer[]): string {
  const [p50, p99, max] = [0.5, 0.99, 1].map((part) => quantile(answers, part).toFixed(1));
  return `p50 ${p50} ms, p99 ${p99} ms, slowest ${max} ms (${answers.length})`;
}

function check(sentence: string, kept: boolean): boolean {
  print(`${kept ? 'ok    ' : 'FAILED'} ${sentence}`);
  return kept;
}

/** Servers other than the embedded ones, when the environment names them. */
const servers = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] =>
      ['DATABASE_URL', 'REDIS_URL', 'WORKSPACE_CONNECTIONS', 'REQUEST_POOL_SIZE'].includes(entry[0]),
    ),
  );

function number(name: string, fallback: number): number {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
}

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

void main();
