import { setTimeout as pause } from 'node:timers/promises';
import type { ImportJobDto } from '../../src/imports/import-job.dto';
import { attack } from './attack';
import type { ProbeAnswer } from './probe';
import { Probe, quantile } from './probes';
import type { WorkspaceClient } from '../support/workspace-client';
import { importOn, makeTenant, makeViewer } from './tenants';

/** The p99 of another workspace during the attack is at most so many times that of idle. */
const MAX_RATIO = 3;
const QUIET_INSTRUMENTS = 5_000;
const IMPORTED = 5_000;
/**
 * Number of the first instrument that is imported without an attack; those under attack have twice
 * that and more.
 */
const FIRST_IMPORTED = 10_000_000;
const GET_EVERY_MS = 10;
const READINESS_EVERY_MS = 100;

/** How strong an attack is: instruments of the workspace, counts at once, seconds. */
export interface AttackOrder {
  size: number;
  parallel: number;
  seconds: number;
}

/**
 * Attacks the application at `url`, writes the numbers to `print`, and returns whether all of them
 * are as promised.
 */
export async function measure(
  url: string,
  token: string,
  { size, parallel, seconds }: AttackOrder,
  print: (line: string) => void,
): Promise<boolean> {
  const check = (sentence: string, kept: boolean): boolean => {
    print(`${kept ? 'ok    ' : 'FAILED'} ${sentence}`);
    return kept;
  };
  const noisy = await makeTenant(url, token, 'noisy', size);
  const quiet = await makeTenant(url, token, 'quiet', QUIET_INSTRUMENTS);
  const viewer = await makeViewer(noisy);
  const record = `${url}/v1/workspaces/quiet/instruments/US000000042`;
  const gets = new Probe({ url: record, token, everyMs: GET_EVERY_MS });
  const readiness = new Probe({ url: `${url}/health/ready`, token, everyMs: READINESS_EVERY_MS });
  await pause(3_000); // code that is called often is compiled
  await gets.take();
  const phaseMs = (seconds * 1_000) / 2;
  await pause(phaseMs);
  const idle = await gets.take();
  const own = await importBeside(quiet, FIRST_IMPORTED, gets, phaseMs);
  await readiness.take();
  const stop = new AbortController();
  const attacking = attack(`${url}/v1/workspaces/noisy`, viewer, parallel, stop.signal);
  await pause(phaseMs);
  const attacked = await gets.take();
  const both = await importBeside(quiet, 2 * FIRST_IMPORTED, gets, phaseMs);
  const ready = await readiness.take();
  stop.abort();
  const outcomes = await attacking;
  await Promise.all([gets.stop(), readiness.stop()]);

  print(`noisy: ${size} instruments, ${parallel} counts at once for ${seconds} s:`);
  for (const [outcome, count] of outcomes) print(`  ${String(count).padStart(6)}  ${outcome}`);
  const down = ready.filter((answer) => !isReady(answer));
  const jobs = both.jobs.length;
  const completed = both.jobs.filter(isWhole).length;
  const answers = [...attacked, ...both.answers];
  print(`quiet: GET of one record   idle ${describe(idle)}`);
  print(`                       attacked ${describe(attacked)}`);
  print(`     beside imports of its own, idle ${describe(own.answers)}`);
  print(`                            attacked ${describe(both.answers)}`);
  return [
    checkRatio('GET', attacked, idle, check),
    checkRatio('GET beside imports', both.answers, own.answers, check),
    check(`${answers.filter(isOk).length} of ${answers.length} GETs were answered 200`, answers.every(isOk)),
    check(`${completed} of ${jobs} imports completed`, completed === jobs),
    check(
      `${ready.length - down.length} of ${ready.length} times ready, ${describe(ready)}`,
      down.length === 0 && ready.length > 0,
    ),
  ].every(Boolean);
}

function checkRatio(
  what: string,
  attacked: readonly ProbeAnswer[],
  idle: readonly ProbeAnswer[],
  check: (sentence: string, kept: boolean) => boolean,
): boolean {
  const ratio = quantile(attacked, 0.99) / quantile(idle, 0.99);
  return check(
    `${what}: p99 is ${ratio.toFixed(2)} times that of idle (at most ${MAX_RATIO})`,
    ratio <= MAX_RATIO,
  );
}

/** Imports of the workspace for so many milliseconds, and the answers to GETs meanwhile. */
async function importBeside(
  quiet: WorkspaceClient,
  from: number,
  gets: Probe,
  ms: number,
): Promise<{ jobs: ImportJobDto[]; answers: ProbeAnswer[] }> {
  const stop = new AbortController();
  const imported = importOn(quiet, IMPORTED, from, stop.signal);
  await pause(ms);
  const answers = await gets.take();
  stop.abort();
  const jobs = await imported;
  await gets.take();
  return { jobs, answers };
}

const isWhole = ({ status, created_count }: ImportJobDto): boolean =>
  status === 'completed' && created_count === IMPORTED;
const isOk = ({ status }: ProbeAnswer): boolean => status === 200;
const isReady = ({ status, body }: ProbeAnswer): boolean =>
  status === 200 && body.includes('"database":"up"');

function describe(answers: readonly ProbeAnswer[]): string {
  const [p50, p99, max] = [0.5, 0.99, 1].map((part) => quantile(answers, part).toFixed(1));
  return `p50 ${p50} ms, p99 ${p99} ms, slowest ${max} ms (${answers.length})`;
}
