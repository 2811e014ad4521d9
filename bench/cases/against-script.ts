import type { ImportJobDto } from '../../src/imports/import-job.dto';
import { ALMAGEST, type SerializationKey } from '../measure/contender';
import { metricOf, medianSeconds, ownPeak } from '../measure/figures';
import { runRounds } from '../measure/run-rounds';
import type { Ours } from '../ours/ours';
import { runSteps } from '../peers/run-steps';
import type { Step } from '../peers/step';
import { ageGoals } from '../report/age-goals';
import { metricTable } from '../report/figure-table';
import type { Section } from '../report/report';
import { settleFor, type Workbench } from '../workbench';

const SCRIPT = 'hand-written script';

/** One file that is imported by us and by a script written for it alone. */
export interface Duel {
  readonly title: string;
  readonly work: string;
  readonly resource: string;
  /** The most that our time may be of the script's. */
  readonly aim: number;
  readonly notes: readonly string[];
  readonly rows: (bench: Workbench) => number;
  readonly path: (bench: Workbench) => string;
  readonly clear: (ours: Ours) => Promise<void>;
  readonly table: string;
  readonly steps: (path: string) => Step[];
}

/** Runs both in turn, each time on tables without those rows. */
export function againstScript(duel: Duel): Section<Workbench> {
  return {
    title: duel.title,
    run: async (bench) => {
      const { options, instances, peers, print } = bench;
      const { work, resource } = duel;
      const rows = duel.rows(bench);
      const path = duel.path(bench);
      const expected: Partial<ImportJobDto> = { created_count: rows };
      const serializationKeys: SerializationKey[] = [
        ...instances.map(({ age, ours }) => [
          {
            by: ALMAGEST,
            age,
            work,
            rows,
            prepare: () => duel.clear(ours),
            run: () => ours.import({ path, resource }, expected),
          },
        ]),
        [
          {
            by: SCRIPT,
            work,
            rows,
            prepare: async () => void (await peers.query(`TRUNCATE ${duel.table}`)),
            run: () => runSteps(peers.url, duel.steps(path)),
          },
        ],
      ];
      const metrics = await runRounds(serializationKeys, options.rounds, settleFor(bench), print);
      const seconds = (by: string): number => medianSeconds(metricOf(metrics, by, work));
      return {
        table: metricTable(metrics),
        peakBytes: ownPeak(metrics),
        goals: [
          {
            work: `${work} / ${SCRIPT}`,
            measured: seconds(ALMAGEST) / seconds(SCRIPT),
            aim: duel.aim,
            kind: 'at most',
            unit: '×',
          },
          ...ageGoals(metrics, duel.title),
        ],
        notes: duel.notes,
      };
    },
  };
}
