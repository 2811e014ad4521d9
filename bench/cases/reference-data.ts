import type { ExportJobDto } from '../../src/exports/export-job.dto';
import { ALMAGEST, type Contender, type ContenderGroup } from '../measure/contender';
import { ownPeak } from '../measure/metrics';
import { runRounds } from '../measure/run-rounds';
import { ageGoals } from '../report/age-goals';
import { metricTable } from '../report/metric-table';
import type { Section } from '../report/report';
import { settleFor, type Workbench } from '../workbench';

/** Markets, listings and suspensions as files, calendars through the API; then an export of each. */
export const referenceData: Section<Workbench> = {
  title: 'Markets, listings, suspensions and calendars, CSV',
  run: async (bench) => {
    const { options, print } = bench;
    const metrics = await runRounds(contendersOf(bench), options.rounds, settleFor(bench), print);
    return {
      table: metricTable(metrics),
      peakBytes: ownPeak(metrics),
      goals: ageGoals(metrics, 'reference data'),
      notes: [
        'All new, under `continue`; an import again finds every row unchanged. Calendars come with one `PUT /markets/{id}/calendar` for each year of a market, one after another. No statistics are gathered between the imports and the exports.',
      ],
    };
  },
};

/** Later imports refer to the rows of earlier ones; the exports read all of them. */
function contendersOf({ options, files, instances }: Workbench): ContenderGroup[] {
  const { sizes } = options;
  const resources = [
    { resource: 'markets', path: files.markets, rows: sizes.markets },
    { resource: 'market_listings', path: files.listings, rows: sizes.listings },
    { resource: 'market_listing_suspensions', path: files.suspensions, rows: sizes.suspensions },
  ];
  const calendars = { resource: 'market_calendars', rows: sizes.calendarDays };
  return instances.map(({ age, ours }): Contender[] => {
    const subject = { by: ALMAGEST, age };
    const imports = resources.flatMap(({ resource, path, rows }, index) => [
      {
        ...subject,
        work: `import of ${resource}`,
        rows,
        ...(index === 0 && { prepare: () => ours.removeReferenceData() }),
        run: () => ours.import({ path, resource }, { created_count: rows }),
      },
      {
        ...subject,
        work: `import of ${resource} again`,
        rows,
        run: () => ours.import({ path, resource }, { unchanged_count: rows }),
      },
    ]);
    const load = {
      ...subject,
      work: 'PUT of calendars',
      rows: calendars.rows,
      run: () => ours.loadCalendars(calendars.rows),
    };
    const exports = [...resources, calendars].map(({ resource, rows }) => {
      const done: Partial<ExportJobDto> = { row_count: rows };
      return {
        ...subject,
        work: `export of ${resource}`,
        rows,
        run: () => ours.export({ object_type: resource }, done),
      };
    });
    return [...imports, load, ...exports];
  });
}
