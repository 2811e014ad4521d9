import type { Sql } from '../database/sql';
import { FencedOutError } from './fenced-out-error';
import type { ClaimedJob } from './job';
import { JOB_TABLES } from './job-tables';

/**
 * Writes how far an attempt is, `percent` from 0 to 99, into its lease; throws FencedOutError when the attempt no longer
 * has the job. `sql` is the pool for what belongs to no one workspace. The job row stays as it is, so that an open
 * REPEATABLE READ transaction can still write the end of the job. What is shown never falls: work that is repeated,
 * because an attempt died or the file is read again, counts from where it passes the earlier number.
 */
export async function reportProgress(sql: Sql, job: ClaimedJob, percent: number): Promise<void> {
  const written = await sql.query(
    `UPDATE job_leases lease SET progress = greatest(lease.progress, $3::smallint)
     FROM ${JOB_TABLES[job.kind].table} job
     WHERE lease.job_id = $1 AND lease.attempt = $2
       AND job.id = lease.job_id AND job.attempt = lease.attempt AND job.status = 'processing'
     RETURNING lease.job_id`,
    [job.id, job.attempt, percent],
  );
  if (written.length === 0) throw new FencedOutError(job);
}

/** SQL of the progress that a client sees of a row of `import_jobs` or `export_jobs`: null while it is queued. */
export const REPORTED_PROGRESS = `CASE status WHEN 'queued' THEN NULL
  WHEN 'processing' THEN greatest(progress, almagest_job_progress(id)) ELSE progress END`;
