import type { ImportJobDto } from '../../src/imports/import-job.dto';
import { ALMAGEST, type ContenderGroup } from '../measure/contender';
import { metricOf, medianSeconds, ownPeak } from '../measure/metrics';
import { runRounds } from '../measure/run-rounds';
import type { Ours } from '../ours/ours';
import { runSteps } from '../peers/run-steps';
import type { Step } from '../peers/step';
import { ageGoals } from '../report/age-goals';
import { metricTable } from '../report/metric-table';
import type { Section } from '../report/report';
import { settleFor, type Workbench } from '../workbench';

const SCRIPT = 'hand-written script';

/** A file that Almagest and a script written only for this file import. */
export interface ScriptComparison {
  readonly title: string;
  readonly work: string;
  readonly resource: string;
  /** The highest allowed ratio of our time to that of the script. */
  readonly aim: number;
  readonly notes: readonly string[];
  readonly rows: (bench: Workbench) => number;
  readonly path: (bench: Workbench) => string;
  readonly clear: (ours: Ours) => Promise<void>;
  readonly table: string;
  readonly steps: (path: string) => Step[];
}

/** Runs both in turn, each time on tables without the rows of the file. */
export function againstScript(comparison: ScriptComparison): Section<Workbench> {
  return {
    title: comparison.title,
    run: async (bench) => {
      const { options, instances, peers, print } = bench;
      const { work, resource } = comparison;
      const rows = comparison.rows(bench);
      const path = comparison.path(bench);
      const expected: Partial<ImportJobDto> = { created_count: rows };
      const groups: ContenderGroup[] = [
        ...instances.map(({ age, ours }) => [
          {
            by: ALMAGEST,
            age,
            work,
            rows,
            prepare: () => comparison.clear(ours),
            run: () => ours.import({ path, resource }, expected),
          },
        ]),
        [
          {
            by: SCRIPT,
            work,
            rows,
            prepare: async () => void (await peers.query(`TRUNCATE ${comparison.table}`)),
            run: () => runSteps(peers.url, comparison.steps(path)),
          },
        ],
      ];
      const metrics = await runRounds(groups, options.rounds, settleFor(bench), print);
      const seconds = (by: string): number => medianSeconds(metricOf(metrics, by, work));
      return {
        table: metricTable(metrics),
        peakBytes: ownPeak(metrics),
        goals: [
          {
            work: `${work} / ${SCRIPT}`,
            measured: seconds(ALMAGEST) / seconds(SCRIPT),
            aim: comparison.aim,
            kind: 'at most',
            unit: '×',
          },
          ...ageGoals(metrics, comparison.title),
        ],
        notes: comparison.notes,
      };
    },
  };
}
