import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ALMAGEST, type Contender, type ContenderGroup } from '../measure/contender';
import { metricOf, medianSeconds, ownPeak } from '../measure/metrics';
import { runRounds } from '../measure/run-rounds';
import type { Ours } from '../ours/ours';
import { exportValues as exportByHand } from '../peers/export-by-hand';
import { runSteps } from '../peers/run-steps';
import { ageGoals } from '../report/age-goals';
import { metricTable } from '../report/metric-table';
import type { Section } from '../report/report';
import { settleFor, type Workbench } from '../workbench';

const COPY = 'COPY (SELECT …) TO STDOUT';
const CSV = 'CSV';
const GZIP = 'CSV, gzip';
const OBJECT = { object_type: 'time_series_values' };

/** Exports of a million values against COPY of a query written for them. */
export const exportValues: Section<Workbench> = {
  title: 'Export of values',
  run: async (bench) => {
    const { options, files, instances, print } = bench;
    for (const { ours } of instances) {
      await ours.removePoints();
      await ours.client.import({ path: files.values, resource: OBJECT.object_type });
      await ours.database.query('VACUUM ANALYZE time_series_values, instrument_series');
      await compareFiles(bench, ours);
    }
    const metrics = await runRounds(contendersOf(bench), options.rounds, settleFor(bench), print);
    const toCopy = (work: string): number =>
      medianSeconds(metricOf(metrics, ALMAGEST, work)) / medianSeconds(metricOf(metrics, COPY, work));
    return {
      table: metricTable(metrics),
      peakBytes: ownPeak(metrics),
      goals: [
        { work: 'export, CSV / COPY', measured: toCopy(CSV), aim: 1.3, kind: 'at most', unit: '×' },
        {
          work: 'export, gzip / COPY and gzip -1',
          measured: toCopy(GZIP),
          aim: 1.3,
          kind: 'at most',
          unit: '×',
        },
        ...ageGoals(metrics, 'export of values'),
      ],
      notes: [
        'From the POST until a poll sees the job completed, the file synced to the disk and hashed. COPY writes the same bytes, which the run compares once, and syncs nothing.',
      ],
    };
  },
};

function contendersOf({ options, instances, folder }: Workbench): ContenderGroup[] {
  const rows = options.sizes.values;
  const done = { row_count: rows };
  return instances.flatMap(({ age, ours }): ContenderGroup[] => {
    const mine = (work: string, wanted: object): Contender => ({
      by: ALMAGEST,
      age,
      work,
      rows,
      run: () => ours.export({ ...OBJECT, ...wanted }, done),
    });
    const theirs = (work: string, gzip: boolean): Contender => ({
      by: COPY,
      age,
      work,
      rows,
      run: () => runSteps(ours.database.url, exportByHand(join(folder, 'by-hand'), gzip)),
    });
    return [
      [mine(CSV, {}), theirs(CSV, false)],
      [mine(GZIP, { gzip: true }), theirs(GZIP, true)],
      [mine('NDJSON', { format: 'ndjson' }), mine('JSON', { format: 'json' })],
    ];
  });
}

/** Both must write the same file. */
async function compareFiles({ folder }: Workbench, ours: Ours): Promise<void> {
  const { sha256 } = await ours.client.export(OBJECT);
  const path = join(folder, 'by-hand');
  await runSteps(ours.database.url, exportByHand(path, false));
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  if (hash.digest('hex') !== sha256) throw new Error('The export and COPY of the query by hand differ.');
}
