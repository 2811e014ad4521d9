import { sampleLatency } from '../measure/sample-latency';
import { median, percentile } from '../measure/statistics';
import type { Client, Upload } from '../ours/client';
import { pause } from '../ours/pause';
import { readLoopLag } from '../ours/read-loop-lag';
import { printMs, printRatio } from '../report/print-number';
import type { Goal, Section } from '../report/report';
import type { Workbench } from '../workbench';

const EVERY_MS = 50;
const IDLE_MS = 5_000;
const POLL_MS = 100;

/** Response times in milliseconds, and the 99th percentile of the event loop lag of each round. */
interface Sample {
  readonly list: number[];
  readonly job: number[];
  readonly lag: number[];
}

/** Response times of the API at rest, during one import, and while all workers import. */
export const apiUnderLoad: Section<Workbench> = {
  title: 'API under load',
  run: async ({ options, files, aged: ours, print }) => {
    const values = { path: files.values, resource: 'time_series_values' };
    const loads: { name: string; uploads: Upload[] }[] = [
      { name: 'at rest', uploads: [] },
      { name: 'one import of values', uploads: [values] },
      {
        name: 'imports on all workers',
        uploads: [values, { path: files.bars, resource: 'composite_time_series_values' }],
      },
    ];
    const samples: Sample[] = loads.map(() => ({ list: [], job: [], lag: [] }));
    const finished = await ours.client.import({ path: files.plainInstruments, resource: 'instruments' });
    for (let round = 0; round < options.rounds; round++) {
      for (const [index, { name, uploads }] of loads.entries()) {
        await ours.removePoints();
        await ours.database.settle();
        await sampleInto(samples[index], ours.client, uploads, finished.id);
        print(`round ${round + 1} ${name}`);
      }
    }
    const [idle, loaded] = samples;
    return {
      table: {
        head: ['while', 'GET /instruments p50', 'p99', 'GET /imports/{id} p50', 'p99', 'event loop p99'],
        rows: loads.map(({ name }, index) => [name, ...rowOf(samples[index])]),
      },
      peakBytes: 0,
      goals: idle && loaded ? goalsOf(idle, loaded) : [],
      notes: [
        `Milliseconds of all rounds together, one request every ${EVERY_MS} ms whether or not the last has finished; the lag is the median of the rounds, of which the timer alone causes about 10 ms. The API and the workers are one process, the aged instance.`,
        `GET /instruments, p99 under one import / at rest: ${printRatio(percentile(loaded?.list ?? [], 0.99) / percentile(idle?.list ?? [], 0.99))} ×.`,
      ],
    };
  },
};

async function sampleInto(
  sample: Sample | undefined,
  client: Client,
  uploads: readonly Upload[],
  finished: string,
): Promise<void> {
  const jobs: string[] = [];
  for (const upload of uploads) jobs.push(await client.upload(upload));
  await readLoopLag(client.url);
  const end = Promise.all(
    jobs.length === 0 ? [pause(IDLE_MS)] : jobs.map((id) => client.finish(`/imports/${id}`, POLL_MS)),
  );
  const [list, job] = await Promise.all([
    sampleLatency(() => client.get('/instruments?limit=50'), EVERY_MS, end),
    sampleLatency(() => client.get(`/imports/${jobs[0] ?? finished}`), EVERY_MS, end),
  ]);
  sample?.list.push(...list);
  sample?.job.push(...job);
  sample?.lag.push(await readLoopLag(client.url));
}

function rowOf(sample: Sample | undefined): string[] {
  if (!sample) return [];
  const { list, job, lag } = sample;
  return [median(list), percentile(list, 0.99), median(job), percentile(job, 0.99), median(lag)].map(printMs);
}

function goalsOf(idle: Sample, loaded: Sample): Goal[] {
  return [
    {
      work: 'event loop during an import, p99',
      measured: median(loaded.lag),
      aim: 50,
      kind: 'at most',
      unit: 'ms',
    },
    {
      work: 'GET /imports/{id} p99, during an import / at rest',
      measured: percentile(loaded.job, 0.99) / percentile(idle.job, 0.99),
      aim: 3,
      kind: 'at most',
      unit: '×',
    },
  ];
}
