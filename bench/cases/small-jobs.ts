import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PLAIN_TYPE } from '../data/instruments';
import { timeOf } from '../measure/sample-latency';
import { median, percentile } from '../measure/statistics';
import type { Ours } from '../ours/ours';
import { pause } from '../ours/pause';
import { printCount, printMs } from '../report/print-number';
import type { Section } from '../report/report';
import type { Workbench } from '../workbench';

const ROWS = 10;
const AT_ONCE = 8;
/** Multiplied by the number of clients, so that all together poll as often as one. */
const POLL_MS = 5;
/** Separates the follow-up work of a job from the next job. */
const REST_MS = 100;

/** Milliseconds of single jobs, and rates in jobs per second. */
interface Measured {
  readonly alone: number[];
  readonly inARow: number;
  readonly atOnce: number;
}

/** Imports of ten rows: time of one, and throughput. */
export const smallJobs: Section<Workbench> = {
  title: 'Small jobs',
  run: async (bench) => {
    const { smallJobs: count, jobsInARow } = bench.options.sizes;
    const fresh = await measure(bench, bench.fresh);
    const aged = await measure(bench, bench.aged);
    const both = (print: (measured: Measured) => string): string[] => [print(fresh), print(aged)];
    return {
      table: {
        head: ['10 new instruments a job', 'jobs', 'fresh', 'aged'],
        rows: [
          [
            'POST to completed, at rest: median',
            String(count),
            ...both(({ alone }) => `${printMs(median(alone))} ms`),
          ],
          [
            'POST to completed, at rest: p95',
            String(count),
            ...both(({ alone }) => `${printMs(percentile(alone, 0.95))} ms`),
          ],
          ['one after another', printCount(jobsInARow), ...both(({ inARow }) => `${printMs(inARow)} jobs/s`)],
          [
            `${AT_ONCE} at once`,
            printCount(jobsInARow),
            ...both(({ atOnce }) => `${printMs(atOnce)} jobs/s`),
          ],
        ],
      },
      peakBytes: 0,
      goals: [
        {
          work: '10-row import, POST to completed, median',
          measured: median(aged.alone),
          aim: 150,
          kind: 'at most',
          unit: 'ms',
        },
        {
          work: '10-row import, median, aged / fresh',
          measured: median(aged.alone) / median(fresh.alone),
          aim: 1.25,
          kind: 'at most',
          unit: '×',
        },
      ],
      notes: [
        `Imports of one resource type in one workspace run one after the other, so ${AT_ONCE} at once gain only the time around the import itself.`,
      ],
    };
  },
};

async function measure(bench: Workbench, ours: Ours): Promise<Measured> {
  const { smallJobs: count, jobsInARow } = bench.options.sizes;
  const alone: number[] = [];
  for (let job = 0; job < count; job++) {
    const path = await writeSmallFile(bench, `ONE${job}`);
    await pause(REST_MS);
    alone.push(await timeOf(() => importSmall(ours, path, 1)));
  }
  const inARow = await rateOf(bench, ours, jobsInARow, 1);
  const atOnce = await rateOf(bench, ours, jobsInARow, AT_ONCE);
  return { alone, inARow, atOnce };
}

/** Jobs a second, with `clients` clients that each wait for the end of their job. */
async function rateOf(bench: Workbench, ours: Ours, jobs: number, clients: number): Promise<number> {
  const paths: string[] = [];
  for (let job = 0; job < jobs; job++) paths.push(await writeSmallFile(bench, `ROW${clients}X${job}`));
  const ms = await timeOf(() =>
    Promise.all(
      Array.from({ length: clients }, async () => {
        for (let path = paths.pop(); path !== undefined; path = paths.pop())
          await importSmall(ours, path, clients);
      }),
    ),
  );
  return (jobs * 1_000) / ms;
}

const importSmall = (ours: Ours, path: string, clients: number): Promise<unknown> =>
  ours.client.import({ path, resource: 'instruments', onError: 'abort' }, POLL_MS * clients);

async function writeSmallFile({ folder }: Workbench, name: string): Promise<string> {
  const path = join(folder, `small-${name}.csv`);
  const lines = Array.from({ length: ROWS }, (_, row) => `${name}R${row},Small ${row},${PLAIN_TYPE}\n`);
  await writeFile(path, `identifier,name,type_id\n${lines.join('')}`);
  return path;
}
