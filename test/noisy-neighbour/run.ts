import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createToken } from '../../src/auth/bearer-token';
import { spawnApp, waitUntilUp } from '../support/app-process';
import { patchDuringImport } from './locked-rows';
import { measure } from './measure';
import { makeTenant } from './tenants';

const MAIN = join(__dirname, '../../dist/src/main.js');
/** Settings of this environment that the app gets too. */
const PASSED_ON = ['DATABASE_URL', 'REDIS_URL', 'WORKSPACE_CONNECTIONS', 'REQUEST_POOL_SIZE'];

/**
 * `run.ts [--instruments 260000] [--parallel 30] [--seconds 40] [--app main.js]`: a viewer of one
 * workspace of the built app sends counts of 100 `like` conditions, while another workspace reads
 * records and imports, and readiness is asked. Prints the numbers; ends with 1 when one of them is
 * worse than promised. `--locked-rows 5000000` imports so many rows twice instead, and prints what
 * becomes of PATCHes of these rows during the second import.
 */
async function main(): Promise<void> {
  const parallel = number('--parallel', 30);
  const rows = number('--locked-rows', 0);
  const folder = await mkdtemp(join(tmpdir(), 'almagest-noisy-'));
  const { token } = createToken();
  const passedOn = Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name] ?? '']));
  const environment = { ...passedOn, DATA_DIR: folder, BOOTSTRAP_TOKEN: token, LOG_LEVEL: 'fatal' };
  const app = spawnApp(environment, argument('--app') ?? MAIN, []);
  let kept = false;
  try {
    const url = await waitUntilUp(app);
    const order = {
      size: number('--instruments', 260_000),
      parallel,
      seconds: number('--seconds', 40),
    };
    kept = rows > 0 ? await lockRows(url, token, rows, parallel) : await measure(url, token, order, print);
  } finally {
    app.child.kill('SIGTERM');
    await app.ended;
    await rm(folder, { recursive: true, force: true });
  }
  process.exitCode = kept ? 0 : 1;
}

/** Every PATCH is done or answered as locked, and both imports complete. */
async function lockRows(url: string, token: string, rows: number, parallel: number): Promise<boolean> {
  await makeTenant(url, token, 'locked', 1);
  const { importSeconds, jobs, patches } = await patchDuringImport(url, token, 'locked', rows, parallel);
  print(
    `${rows} rows created in ${importSeconds.create.toFixed(1)} s, changed in ${importSeconds.update.toFixed(1)} s`,
  );
  print(`jobs: ${jobs.map(({ status, updated_count }) => `${status}, ${updated_count} updated`).join('; ')}`);
  for (const [outcome, { count, slowestMs }] of patches) {
    print(`  ${String(count).padStart(6)}  PATCH ${outcome}, slowest ${slowestMs.toFixed(0)} ms`);
  }
  const expected = ['200', '409 record_locked'];
  return (
    jobs.every(({ status }) => status === 'completed') &&
    [...patches.keys()].every((outcome) => expected.includes(outcome))
  );
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const number = (name: string, fallback: number): number => Number(argument(name) ?? fallback);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

void main();
