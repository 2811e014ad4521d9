import { writeGrowthFile } from '../data/files';
import { instantOf, instrumentName, POINTS_EACH } from '../data/names';
import { timeOf } from '../measure/sample-latency';
import { median } from '../measure/statistics';
import { fillPoints, fillSeries } from '../ours/fill-points';
import { printCount, printMs, printSeconds } from '../report/print-number';
import type { Goal, Section } from '../report/report';
import type { Workbench } from '../workbench';

const MAX_DAYS = 1_000;
const REQUESTS = 30;
const INSTRUMENT = instrumentName(1);
const VALUES = 'time_series_values';

/** Measurements with one number of stored values. */
interface Stage {
  readonly stored: number;
  readonly importSeconds: number[];
  readonly listMs: number[];
  readonly exportSeconds: number[];
}

/** Small imports, lists and exports while many values are already stored. */
export const growth: Section<Workbench> = {
  title: 'Growth',
  run: async (bench) => {
    const { sizes, rounds } = bench.options;
    const whole: number[] = [];
    for (let round = 0; round < rounds; round++) whole.push(await importWhole(bench));
    const series = Math.ceil(Math.max(...sizes.stored) / MAX_DAYS);
    const stages: Stage[] = [];
    for (const stored of sizes.stored) stages.push(await measureStage(bench, stages, stored, series));
    return {
      table: {
        head: ['values stored', 'import s', 'runs', 'list of a range ms', 'export of one instrument s'],
        rows: stages.map(({ stored, importSeconds, listMs, exportSeconds }) => [
          printCount(stored),
          printSeconds(median(importSeconds)),
          importSeconds.map(printSeconds).join(' '),
          printMs(median(listMs)),
          printSeconds(median(exportSeconds)),
        ]),
      },
      peakBytes: 0,
      goals: goalsOf(sizes.values / sizes.growth, whole, stages),
      notes: [
        `Each import brings ${printCount(sizes.growth)} new values, later than all before, and follows one that is not counted, because the application cools down while the stored values are created. They belong to ${printCount(series)} other instruments and are created by SQL, day by day for all instruments. ` +
          `${printCount(sizes.values)} values into the empty table: ${printSeconds(median(whole))} s. The list is a page of one instrument and a range of days, the export ${printCount(POINTS_EACH)} values of one instrument at most.`,
        'It runs in the fresh instance, which it fills itself: the sections above show the cost of other workspaces.',
      ],
    };
  },
};

async function importWhole({ fresh: ours, files, print }: Workbench): Promise<number> {
  await ours.removePoints();
  await ours.database.settle();
  const { seconds } = await ours.import({ path: files.values, resource: VALUES }, {});
  print(`${seconds.toFixed(2)} s for all values`);
  return seconds;
}

async function measureStage(
  bench: Workbench,
  before: readonly Stage[],
  stored: number,
  series: number,
): Promise<Stage> {
  const { options, fresh: ours, folder, print } = bench;
  const days = (values: number): number => Math.round(values / series);
  const last = before.at(-1)?.stored ?? 0;
  if (last === 0) await ours.removePoints();
  if (last === 0 && stored > 0) await fillSeries(ours.database, series);
  if (stored > last) await fillPoints(ours.database, days(last), days(stored));
  const stage: Stage = { stored, importSeconds: [], listMs: [], exportSeconds: [] };
  // The first import is not counted: the application cools down while the stored values are created.
  const imports = options.rounds + 1;
  for (let round = 0; round < imports; round++) {
    const day = (before.length * imports + round + 1) * POINTS_EACH;
    const path = await writeGrowthFile(folder, options.sizes.growth, day);
    if (stored === 0) await ours.removePoints();
    await ours.database.settle();
    const expected = { created_count: options.sizes.growth };
    const { seconds } = await ours.import({ path, resource: VALUES }, expected);
    if (round === 0) continue;
    stage.importSeconds.push(seconds);
    await readOne(bench, stage, day);
    print(`round ${round} ${seconds.toFixed(2)} s beside ${printCount(stored)} values`);
  }
  return stage;
}

/** Reads one of the instruments just imported: ten days as a list, all days of the file as an export. */
async function readOne({ fresh: ours }: Workbench, stage: Stage, day: number): Promise<void> {
  const list = `/time-series-values?instrument_id=${INSTRUMENT}&from=${instantOf(day)}&to=${instantOf(day + 10)}`;
  for (let request = 0; request < REQUESTS; request++) {
    stage.listMs.push(await timeOf(() => ours.client.get(list)));
  }
  const and = [
    { field: 'instrument_id', op: 'eq', value: INSTRUMENT },
    { field: 'timestamp', op: 'gte', value: instantOf(day) },
  ];
  const ms = await timeOf(() => ours.client.export({ object_type: VALUES, filter: { and } }));
  stage.exportSeconds.push(ms / 1_000);
}

function goalsOf(times: number, whole: readonly number[], stages: readonly Stage[]): Goal[] {
  const [empty] = stages;
  const full = stages.at(-1);
  if (!empty || !full) return [];
  const base = median(empty.importSeconds);
  return [
    {
      work: `time of ${printCount(times)} times the rows / time of the rows`,
      measured: median(whole) / base,
      aim: 11,
      kind: 'at most',
      unit: '×',
    },
    {
      work: `import beside ${printCount(full.stored)} values / into the empty table`,
      measured: median(full.importSeconds) / base,
      aim: 1.3,
      kind: 'at most',
      unit: '×',
    },
  ];
}
