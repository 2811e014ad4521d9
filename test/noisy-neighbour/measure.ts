import { setTimeout as pause } from 'node:timers/promises';
import { attack } from './attack';
import type { ProbeAnswer } from './probe';
import { Probe, quantile } from './probes';
import { importOn, makeTenant, makeViewer } from './tenants';

/** The p99 of another workspace during the attack is at most so many times that of idle. */
const MAX_RATIO = 3;
const QUIET_INSTRUMENTS = 5_000;
const IMPORTED = 5_000;
const GET_EVERY_MS = 10;
const READINESS_EVERY_MS = 100;

/** How strong an attack is: instruments of the workspace, counts at once, seconds. */
export interface AttackOrder {
  size: number;
  parallel: number;
  seconds: number;
}

/** Attacks the application at `url`, writes the numbers to `print`, and returns whether all of them are as promised. */
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
  return [
    check(`p99 is ${ratio.toFixed(2)} times that of idle (at most ${MAX_RATIO})`, ratio <= MAX_RATIO),
    check(`${during.filter(isOk).length} of ${during.length} GETs were answered 200`, during.every(isOk)),
    check(`${jobs.length - failed.length} of ${jobs.length} imports completed`, failed.length === 0),
    check(
      `${ready.length - down.length} of ${ready.length} times ready, ${describe(ready)}`,
      down.length === 0 && ready.length > 0,
    ),
  ].every(Boolean);
}

const isOk = ({ status }: ProbeAnswer): boolean => status === 200;
const isReady = ({ status, body }: ProbeAnswer): boolean =>
  status === 200 && body.includes('"database":"up"');

function describe(answers: readonly ProbeAnswer[]): string {
  const [p50, p99, max] = [0.5, 0.99, 1].map((part) => quantile(answers, part).toFixed(1));
  return `p50 ${p50} ms, p99 ${p99} ms, slowest ${max} ms (${answers.length})`;
}
