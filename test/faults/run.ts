import { join } from 'node:path';
import { raceCancels } from './cancel-races';
import { Chaos } from './chaos';
import { checkStorage } from './check-storage';
import { runControl } from './control/run-control';
import { measureDefaults } from './default-takeovers';
import { Installation, RANGES, type Program, type Worker } from './installation';
import { countTakeovers, quantile, takeoverTimes } from './lease-log';
import { Random } from './random';
import { Rounds } from './rounds';

const WORKERS = 4;
const ROWS = 2_000;
const LIMITS_MS = { killed: 20_000, terminated: 5_000 };
const MAX_SHOWN = 40;

/**
 * `run.ts [--kills 200] [--imports 100] [--races 500] [--defaults 8] [--control 40] [--seed n]
 * [--app main.js]`: the built app under faults, compared with a serial run; then the naive worker
 * under the same kills. Prints what it cost.
 */
async function main(): Promise<void> {
  const seed = number('--seed', Date.now() % 1_000_000);
  const app: Program = { main: text('--app', join(__dirname, '../../dist/src/main.js')), nodeArguments: [] };
  print(`seed ${seed}`);
  const wrong = [...(await ours(app, seed)), ...(await control(app, seed))];
  for (const sentence of wrong.slice(0, MAX_SHOWN)) print(`  ${sentence}`);
  print(wrong.length === 0 ? 'Every promise was kept.' : `${wrong.length} broken promises (seed ${seed}).`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

/** Our workers; returns every broken promise. */
async function ours(app: Program, seed: number): Promise<string[]> {
  const installation = await Installation.start(app);
  try {
    const random = new Random(seed);
    const startWorker = (): Promise<Worker> => installation.startWorker(random.pick(RANGES));
    const chaos = new Chaos(installation, random, WORKERS, startWorker);
    const load = { workspaces: 4, importsOfOneKey: 3, rows: ROWS, beside: true };
    const kinds = [{ type: 'instruments' }, { type: 'time_series_values' }] as const;
    const rounds = new Rounds(installation, random, { ...load, kinds }, 'faults');
    await rounds.prepare();
    const [kills, imports] = [number('--kills', 200), number('--imports', 100)];
    let printed = 0;
    while (chaos.kills.length < kills || rounds.imports < imports) {
      await rounds.run(chaos);
      for (const sentence of rounds.wrong.slice(printed)) print(`    ${sentence}`);
      if (rounds.wrong.length > printed)
        for (const line of installation.errorLines().slice(-5)) print(`    ${line.slice(0, 600)}`);
      printed = rounds.wrong.length;
      print(`  ${chaos.kills.length} kills, ${rounds.imports} imports, ${rounds.wrong.length} wrong`);
    }
    const wrong = [...rounds.wrong, ...(await checkStorage(installation, startWorker))];
    const { freezes, terms, others } = chaos;
    row('kill -9 of workers', chaos.kills.length);
    row('SIGSTOP and SIGCONT of workers', freezes.length);
    row('SIGTERM of workers', terms.length);
    row('Postgres: backends terminated twice at once', others.backend);
    row('Postgres: restarts (SIGINT, SIGQUIT, SIGKILL)', others.postgres);
    row('Redis: FLUSHALL', others.flush);
    row('Redis: killed and started empty', others.redis);
    row('Redis: out of memory', installation.redis.real ? others.memory : 'not tried: no redis-server here');
    row('imports', rounds.imports);
    row('exports beside them', rounds.exports);
    row('edits beside them', rounds.edits);
    row('imports cancelled on the way', rounds.cancels);
    row('takeovers', await countTakeovers(installation));
    row('wrong results', wrong.length);
    times('takeover after kill -9, lease 1 s', await takeoverTimes(installation, chaos.kills));
    times('takeover after SIGSTOP, lease 1 s', await takeoverTimes(installation, freezes));
    times('takeover after SIGTERM, lease 1 s', await takeoverTimes(installation, terms));
    await installation.stopWorkers();
    wrong.push(...(await races(installation, seed)), ...(await defaults(installation, seed)));
    return wrong;
  } finally {
    await installation.stop();
  }
}

async function races(installation: Installation, seed: number): Promise<string[]> {
  for (let count = 0; count < WORKERS - 1; count++) await installation.startWorker({ BATCH_ROWS: '20' });
  const result = await raceCancels(installation, seed, number('--races', 500));
  await installation.stopWorkers();
  row('cancel races', result.races);
  row('  cancelled while queued', result.cancelledQueued);
  row('  cancelled on the way', result.cancelledMidway);
  row('  completed first', result.completedFirst);
  row('  disagreements', result.disagreements.length);
  return result.disagreements;
}

async function defaults(installation: Installation, seed: number): Promise<string[]> {
  const kills = number('--defaults', 8);
  if (kills === 0) return [];
  const { killed, terminated, wrong } = await measureDefaults(installation, seed, {
    kills,
    terms: Math.ceil(kills / 2),
  });
  times('takeover after kill -9, settings as shipped', killed);
  times('takeover after SIGTERM, settings as shipped', terminated);
  return [
    ...wrong,
    ...late('kill -9', killed, LIMITS_MS.killed),
    ...late('SIGTERM', terminated, LIMITS_MS.terminated),
  ];
}

function late(what: string, sorted: readonly number[], limitMs: number): string[] {
  const p99 = quantile(sorted, 0.99);
  return p99 !== null && p99 <= limitMs
    ? []
    : [`takeover after ${what}: p99 ${p99} ms, the limit is ${limitMs}`];
}

/** The naive worker; returns what is wrong with the comparison, not with the worker. */
async function control(app: Program, seed: number): Promise<string[]> {
  const kills = number('--control', 40);
  const installation = await Installation.start(app);
  try {
    const result = await runControl(installation, seed, { kills, rows: ROWS });
    row('control (writes, then notes progress): kills', result.kills);
    row('  imports', result.imports);
    row('  wrong results without kills', result.wrongInPeace.length);
    row('  wrong results under kills', result.wrong.length);
    for (const sentence of result.wrong.slice(0, 3)) print(`    ${sentence}`);
    return [
      ...result.wrongInPeace,
      ...(result.wrong.length > 0 ? [] : ['the control was right: these kills prove nothing']),
    ];
  } finally {
    await installation.stop();
  }
}

function times(what: string, sorted: readonly number[]): void {
  const shown = (part: number): string => ((quantile(sorted, part) ?? NaN) / 1_000).toFixed(2);
  row(`${what} (${sorted.length}): p50, p99, max`, `${shown(0.5)} s, ${shown(0.99)} s, ${shown(1)} s`);
}

function text(name: string, fallback: string): string {
  const at = process.argv.indexOf(name);
  return (at < 0 ? undefined : process.argv[at + 1]) ?? fallback;
}

const number = (name: string, fallback: number): number => Number(text(name, String(fallback)));
const row = (what: string, value: number | string): boolean => print(`${what.padEnd(72)}${value}`);
const print = (line: string): boolean => process.stdout.write(`${line}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
