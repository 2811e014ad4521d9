import { ALMAGEST, type Contender, type ContenderGroup } from '../measure/contender';
import { metricOf, medianSeconds, ownPeak, rateOf } from '../measure/metrics';
import { runRounds } from '../measure/run-rounds';
import { copyPoints } from '../peers/copy-limit';
import { DIRECTUS_ROWS_PER_SECOND } from '../peers/directus';
import { loadChangedValues, loadValues } from '../peers/hand-written';
import { runSteps } from '../peers/run-steps';
import { runTutorial } from '../peers/tutorial/run-tutorial';
import { ageGoals } from '../report/age-goals';
import { metricTable } from '../report/metric-table';
import { printCount } from '../report/print-number';
import type { Section } from '../report/report';
import { settleFor, type Workbench } from '../workbench';

const SCRIPT = 'hand-written script';
const TUTORIAL = 'fast-csv + TypeORM';
const LIMIT = 'COPY, ids known';
const NEW = 'new values, CSV, continue';
const ABORT = 'new values, CSV, abort';
const AGAIN = 'the same file again';

/** A million values in CSV: new in both modes, and unchanged. */
export const importValues: Section<Workbench> = {
  title: 'Values of time series, CSV',
  run: async (bench) => {
    const { options, print } = bench;
    const metrics = await runRounds(contendersOf(bench), options.rounds, settleFor(bench), print);
    const seconds = (by: string, work: string): number => medianSeconds(metricOf(metrics, by, work));
    const rate = rateOf(metricOf(metrics, ALMAGEST, NEW));
    const atMost = { kind: 'at most', unit: '×' } as const;
    const atLeast = { kind: 'at least', unit: '×' } as const;
    const script = seconds(SCRIPT, NEW);
    return {
      table: metricTable(metrics),
      peakBytes: ownPeak(metrics),
      goals: [
        { work: `${NEW} / ${SCRIPT}`, measured: seconds(ALMAGEST, NEW) / script, aim: 0.35, ...atMost },
        { work: `${ABORT} / ${SCRIPT}`, measured: seconds(ALMAGEST, ABORT) / script, aim: 0.45, ...atMost },
        {
          work: `${AGAIN} / the script's second run`,
          measured: seconds(ALMAGEST, AGAIN) / seconds(SCRIPT, AGAIN),
          aim: 0.3,
          ...atMost,
        },
        {
          work: `rate of ${NEW} / that of ${TUTORIAL}`,
          measured: rate / rateOf(metricOf(metrics, TUTORIAL, NEW)),
          aim: 8,
          ...atLeast,
        },
        {
          work: `rate of ${NEW} / that of Directus`,
          measured: rate / DIRECTUS_ROWS_PER_SECOND,
          aim: 200,
          ...atLeast,
        },
        ...ageGoals(metrics, 'values'),
      ],
      notes: [
        `The script's third run has \`WHERE value IS DISTINCT FROM\` in its upsert, which scripts seldom have; no goal refers to it.`,
        `The tutorial imports the first ${printCount(options.sizes.tutorial)} rows only; its rate is compared. Its memory includes a TypeScript compiler.`,
        `Directus did not run here: ${DIRECTUS_ROWS_PER_SECOND} rows a second is a measurement of 100,000 rows on a similar machine.`,
        `The limit copies numbers in place of names into a table (series_id, timestamp): nothing is resolved, checked or compared.`,
      ],
    };
  },
};

function contendersOf({ options, files, instances, peers }: Workbench): ContenderGroup[] {
  const rows = options.sizes.values;
  const expected = { row_count: rows, created_count: rows };
  const upload = { path: files.values, resource: 'time_series_values' };
  const empty =
    (...tables: string[]) =>
    async (): Promise<void> =>
      void (await peers.query(`TRUNCATE ${tables.join(', ')}`));
  const script = (work: string, steps = loadValues): Contender => ({
    by: SCRIPT,
    work,
    rows,
    run: () => runSteps(peers.url, steps(files.values)),
  });
  const mine = instances.flatMap(({ age, ours }): ContenderGroup[] => {
    const prepare = (): Promise<void> => ours.removePoints();
    const subject = { by: ALMAGEST, age, rows };
    return [
      [
        { ...subject, work: NEW, prepare, run: () => ours.import(upload, expected) },
        { ...subject, work: AGAIN, run: () => ours.import(upload, { unchanged_count: rows }) },
      ],
      [
        {
          ...subject,
          work: ABORT,
          prepare,
          run: () => ours.import({ ...upload, onError: 'abort' }, expected),
        },
      ],
    ];
  });
  return [
    ...mine,
    [
      { ...script(NEW), prepare: empty('point_values') },
      script(AGAIN),
      script(`${AGAIN}, IS DISTINCT FROM`, loadChangedValues),
    ],
    [
      {
        by: LIMIT,
        work: NEW,
        rows,
        prepare: empty('narrow_points'),
        run: () => runSteps(peers.url, copyPoints(files.points)),
      },
    ],
    [
      {
        by: TUTORIAL,
        work: NEW,
        rows: options.sizes.tutorial,
        prepare: empty('point_values'),
        run: () => runTutorial(peers.url, files.values, options.sizes.tutorial),
      },
    ],
  ];
}
