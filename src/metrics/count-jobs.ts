import type { Sql } from '../database/sql';
import type { JobKind, JobStatus } from '../jobs/job';

/** The jobs of all workspaces. */
export interface JobCounts {
  readonly jobs: readonly { kind: JobKind; status: JobStatus; jobs: number }[];
  readonly oldest: readonly { kind: JobKind; seconds: number }[];
}

const NOTHING: JobCounts = { jobs: [], oldest: [] };

/** Counts jobs by state; nothing when the database does not answer within `ms`, for a scrape must not wait for it. */
export async function countJobs(sql: Sql, ms: number): Promise<JobCounts> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<JobCounts>((resolve) => (timer = setTimeout(resolve, ms, NOTHING)));
  const counts = ask(sql).catch(() => NOTHING); // readiness tells of a lost database
  return Promise.race([counts, late]).finally(() => clearTimeout(timer));
}

async function ask(sql: Sql): Promise<JobCounts> {
  const jobs = await sql.query<JobCounts['jobs'][number]>(
    `SELECT kind, status, count(id)::int AS jobs
     FROM unnest(ARRAY['queued', 'processing', 'completed', 'failed', 'cancelled']) status
     CROSS JOIN unnest(ARRAY['import', 'export']) kind
     LEFT JOIN (SELECT 'import' AS kind, status, id FROM import_jobs
                UNION ALL SELECT 'export', status, id FROM export_jobs) job USING (kind, status)
     GROUP BY kind, status`,
  );
  const oldest = await sql.query<JobCounts['oldest'][number]>(
    `SELECT kind, coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::float8 AS seconds
     FROM unnest(ARRAY['import', 'export']) kind
     LEFT JOIN (SELECT 'import' AS kind, created_at FROM import_jobs WHERE status = 'queued'
                UNION ALL SELECT 'export', created_at FROM export_jobs WHERE status = 'queued') job USING (kind)
     GROUP BY kind`,
  );
  return { jobs, oldest };
}
