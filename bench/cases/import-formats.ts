import { ALMAGEST, type ContenderGroup } from '../measure/contender';
import { metricOf, medianSeconds, ownPeak } from '../measure/metrics';
import { runRounds } from '../measure/run-rounds';
import { ageGoals } from '../report/age-goals';
import { metricTable } from '../report/metric-table';
import type { Section } from '../report/report';
import { settleFor, type Workbench } from '../workbench';

/** The same values in all three formats. */
export const importFormats: Section<Workbench> = {
  title: 'The same values as CSV, NDJSON and JSON',
  run: async (bench) => {
    const { options, files, instances, print } = bench;
    const rows = options.sizes.formats;
    const groups = (work: string, path: string): ContenderGroup[] =>
      instances.map(({ age, ours }) => [
        {
          by: ALMAGEST,
          age,
          work,
          rows,
          prepare: () => ours.removePoints(),
          run: () => ours.import({ path, resource: 'time_series_values' }, { created_count: rows }),
        },
      ]);
    const { csv, json, ndjson } = files.formats;
    const all = [...groups('CSV', csv), ...groups('NDJSON', ndjson), ...groups('JSON', json)];
    const metrics = await runRounds(all, options.rounds, settleFor(bench), print);
    const toCsv = (work: string): number =>
      medianSeconds(metricOf(metrics, ALMAGEST, work)) / medianSeconds(metricOf(metrics, ALMAGEST, 'CSV'));
    return {
      table: metricTable(metrics),
      peakBytes: ownPeak(metrics),
      goals: [
        { work: 'values, JSON / CSV', measured: toCsv('JSON'), aim: 1.6, kind: 'at most', unit: '×' },
        { work: 'values, NDJSON / CSV', measured: toCsv('NDJSON'), aim: 1.3, kind: 'at most', unit: '×' },
        ...ageGoals(metrics, 'values by format'),
      ],
      notes: ['All new, under `continue`.'],
    };
  },
};
