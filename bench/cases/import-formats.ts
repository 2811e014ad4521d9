import { ALMAGEST, type Lane } from '../measure/contender';
import { figureOf, medianSeconds, ownPeak } from '../measure/figures';
import { runRounds } from '../measure/run-rounds';
import { figureTable } from '../report/figure-table';
import type { Section } from '../report/report';
import type { Workbench } from '../workbench';

/** The same values in all three formats. */
export const importFormats: Section<Workbench> = {
  title: 'The same values as CSV, NDJSON and JSON',
  run: async ({ options, files, ours, tell }) => {
    const rows = options.sizes.formats;
    const lane = (work: string, path: string): Lane => [
      {
        by: ALMAGEST,
        work,
        rows,
        prepare: () => ours.removePoints(),
        run: () => ours.import({ path, resource: 'time_series_values' }, { created_count: rows }),
      },
    ];
    const { csv, json, ndjson } = files.formats;
    const lanes = [lane('CSV', csv), lane('NDJSON', ndjson), lane('JSON', json)];
    const figures = await runRounds(lanes, options.rounds, () => ours.database.settle(), tell);
    const toCsv = (work: string): number =>
      medianSeconds(figureOf(figures, ALMAGEST, work)) / medianSeconds(figureOf(figures, ALMAGEST, 'CSV'));
    return {
      table: figureTable(figures),
      peakBytes: ownPeak(figures),
      goals: [
        { work: 'values, JSON / CSV', measured: toCsv('JSON'), aim: 1.6, kind: 'at most', unit: '×' },
        { work: 'values, NDJSON / CSV', measured: toCsv('NDJSON'), aim: 1.3, kind: 'at most', unit: '×' },
      ],
      notes: ['All new, under `continue`.'],
    };
  },
};
