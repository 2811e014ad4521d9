import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Page } from '../shared/page';
import { Counts } from './counts';
import { RecentJobs } from './recent-jobs';

/** The content of the workspace, and its recent jobs. */
export function OverviewPage(): ReactNode {
  return (
    <Page title="Overview">
      <section className="card" aria-labelledby="overview-records">
        <h2 id="overview-records">Records</h2>
        <Counts />
      </section>
      <section className="card" aria-labelledby="overview-imports">
        <div className="card-head">
          <h2 id="overview-imports">Recent imports</h2>
          <Link className="button" href="/import">
            Import a file
          </Link>
        </div>
        <RecentJobs kind="imports" />
      </section>
      <section className="card" aria-labelledby="overview-exports">
        <div className="card-head">
          <h2 id="overview-exports">Recent exports</h2>
          <Link className="button" href="/export">
            Export records
          </Link>
        </div>
        <RecentJobs kind="exports" />
      </section>
    </Page>
  );
}
