import type { Sql } from '../database/sql';
import type { ClaimedJob } from './job';
import { JOB_TABLES } from './job-tables';

/** SQL: milliseconds until the next attempt when `losses` were lost in a row before this one: 1 s, 2 s, 4 s … up to `max`. */
export const retryWait = (losses: string, max: string): string =>
  `least(${max}::int, 1000 * 2 ^ least(${losses}, 20))::int`;

/**
 * SQL: when a running `job` may be taken over: when its `lease` ended, and so much later as attempts before it were lost.
 * Progress of the present attempt ends that wait.
 */
export const TAKE_OVER_AT = `(lease.lease_until
  + CASE WHEN job.progressed THEN 0 ELSE lease.retry_wait_ms END * interval '1 ms')`;

/** Gives a job up that was interrupted from outside: another attempt follows, the later the more were lost in a row. */
export async function postponeJob(sql: Sql, job: ClaimedJob, maxWaitMs: number): Promise<void> {
  const losses = 'CASE WHEN job.progressed THEN 0 ELSE job.stalls END';
  await sql.query(
    `UPDATE job_leases lease
     SET retry_wait_ms = 0, lease_until = clock_timestamp() + ${retryWait(losses, '$3')} * interval '1 ms'
     FROM ${JOB_TABLES[job.kind].table} job
     WHERE lease.job_id = $1 AND lease.attempt = $2 AND job.id = $1`,
    [job.id, job.attempt, maxWaitMs],
  );
}

/**
 * Counts that the file of an import stopped its reading, and gives the job back for another attempt. Resolves to the count
 * since the last progress; null when the attempt no longer holds the job.
 */
export async function countReadingStop(sql: Sql, job: ClaimedJob, maxWaitMs: number): Promise<number | null> {
  const [counted] = await sql.query<{ reading_stops: number }>(
    `WITH counted AS (
       UPDATE import_jobs SET reading_stops = CASE WHEN progressed THEN 0 ELSE reading_stops + 1 END
       WHERE id = $1 AND attempt = $2 AND status = 'processing'
       RETURNING id, reading_stops
     ), given_back AS (
       UPDATE job_leases lease
       SET worker = NULL, retry_wait_ms = 0, lease_until = clock_timestamp()
         + ${retryWait('greatest(0, counted.reading_stops - 1)', '$3')} * interval '1 ms'
       FROM counted WHERE lease.job_id = counted.id AND lease.attempt = $2
     )
     SELECT reading_stops FROM counted`,
    [job.id, job.attempt, maxWaitMs],
  );
  return counted?.reading_stops ?? null;
}
