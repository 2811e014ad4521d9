import type { ReactNode } from 'react';
import { Link, Route, Switch } from 'wouter';
import { CalendarPage } from './calendar/calendar-page';
import { ExplorePage } from './explore/explore-page';
import { RecordPage } from './explore/record-page';
import { ExportPage } from './export/export-page';
import { ImportPage } from './import/import-page';
import { JobPage } from './jobs/job-page';
import { OverviewPage } from './overview/overview-page';
import { Page } from './shared/page';
import { TypesPage } from './types/types-page';

/** Which page a path is. The first parts of the paths are those of src/console/console.middleware.ts. */
export function Pages(): ReactNode {
  return (
    <Switch>
      <Route path="/" component={OverviewPage} />
      <Route path="/import" component={ImportPage} />
      <Route path="/export" component={ExportPage} />
      <Route path="/explore/:resource?">
        {({ resource }) => <ExplorePage key={resource} name={resource ?? 'instruments'} />}
      </Route>
      <Route path="/explore/:resource/:id">
        {({ resource, id }) => <RecordPage key={id} name={resource} id={id} />}
      </Route>
      <Route path="/calendars/:market?">{({ market }) => <CalendarPage market={market ?? null} />}</Route>
      <Route path="/types" component={TypesPage} />
      <Route path="/jobs/:kind/:id">
        {({ kind, id }) => <JobPage key={id} kind={kind === 'exports' ? 'exports' : 'imports'} id={id} />}
      </Route>
      <Route>
        <Page title="Page not found">
          <p>
            Go to the <Link href="/">overview</Link>.
          </p>
        </Page>
      </Route>
    </Switch>
  );
}
