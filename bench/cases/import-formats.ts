import { ALMAGEST, type Lane } from '../measure/contender';
import { figureOf, medianSeconds, ownPeak } from '../measure/figures';
import { runRounds } from '../measure/run-rounds';
import { ageGoals } from '../report/age-goals';
import { figureTable } from '../report/figure-table';
import type { Section } from '../report/report';
import { settleFor, type Workbench } from '../workbench';

/** The same values in all three formats. */
export const importFormats: Section<Workbench> = {
  title: 'The same values as CSV, NDJSON and JSON',
  run: async (bench) => {
    const { options, files, instances, tell } = bench;
    const rows = options.sizes.formats;
    const lanes = (work: string, path: string): Lane[] =>
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
    const all = [...lanes('CSV', csv), ...lanes('NDJSON', ndjson), ...lanes('JSON', json)];
    const figures = await runRounds(all, options.rounds, settleFor(bench), tell);
    const toCsv = (work: string): number =>
      medianSeconds(figureOf(figures, ALMAGEST, work)) / medianSeconds(figureOf(figures, ALMAGEST, 'CSV'));
    return {
      table: figureTable(figures),
      peakBytes: ownPeak(figures),
      goals: [
        { work: 'values, JSON / CSV', measured: toCsv('JSON'), aim: 1.6, kind: 'at most', unit: '×' },
        { work: 'values, NDJSON / CSV', measured: toCsv('NDJSON'), aim: 1.3, kind: 'at most', unit: '×' },
        ...ageGoals(figures, 'values by format'),
      ],
      notes: ['All new, under `continue`.'],
    };
  },
};
