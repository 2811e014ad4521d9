import type { Sql } from '../database/sql';
import { JOB_STATUSES, type JobKind, type JobStatus } from '../jobs/job';

/** The jobs of all workspaces. */
export interface JobCounts {
  readonly jobs: readonly { kind: string; status: JobStatus; jobs: number }[];
  readonly oldest: readonly { kind: string; seconds: number }[];
}

const NOTHING: JobCounts = { jobs: [], oldest: [] };

/** Counts jobs by status; nothing when the database does not answer within `ms`, because a scrape must not wait for it. */
export async function countJobs(sql: Sql, kinds: readonly JobKind[], ms: number): Promise<JobCounts> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<JobCounts>((resolve) => (timer = setTimeout(resolve, ms, NOTHING)));
  const counts = queryCounts(sql, kinds).catch(() => NOTHING); // readiness reports a lost database
  return Promise.race([counts, late]).finally(() => clearTimeout(timer));
}

async function queryCounts(sql: Sql, kinds: readonly JobKind[]): Promise<JobCounts> {
  const names = kinds.map(({ name }) => name);
  const jobs = await sql.query<JobCounts['jobs'][number]>(
    `SELECT kind, status, count(id)::int AS jobs
     FROM unnest($1::text[]) status CROSS JOIN unnest($2::text[]) kind
     LEFT JOIN (${selectFromEach(kinds, 'status, id')}) job USING (kind, status)
     GROUP BY kind, status`,
    [JOB_STATUSES, names],
  );
  const oldest = await sql.query<JobCounts['oldest'][number]>(
    `SELECT kind, coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::float8 AS seconds
     FROM unnest($1::text[]) kind
     LEFT JOIN (${selectFromEach(kinds, 'created_at', `WHERE status = 'queued'`)}) job USING (kind)
     GROUP BY kind`,
    [names],
  );
  return { jobs, oldest };
}

const selectFromEach = (kinds: readonly JobKind[], columns: string, where = ''): string =>
  kinds
    .map(({ name, table }) => `SELECT '${name}' AS kind, ${columns} FROM ${table} ${where}`)
    .join(' UNION ALL ');
