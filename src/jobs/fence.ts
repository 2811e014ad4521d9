import type { Sql, SqlParameter } from '../database/sql';
import { isFinal, type ClaimedJob, type JobStatus } from './job';
import { FencedOutError } from './job-errors';

/** A new value for each column that changes; which ones an attempt may set, `fencedColumns` of its kind says. */
export type FencedColumns = { readonly status?: JobStatus } & {
  readonly [column: string]: SqlParameter | undefined;
};

/**
 * Sets columns of the job row if, and only if, the job is still of this attempt; throws `FencedOutError` otherwise. Call it
 * as the last statement of every transaction that writes for the job. A final `status` sets `finished_at` too.
 *
 * It leaves the lease alone: the lease is renewed beside the transaction, in a row of its own, so that a long
 * REPEATABLE READ transaction does not meet a concurrent update. For the same reason update no job column outside a
 * transaction while one is open; a cancel in between surfaces as a serialization failure (40001), and repeating the
 * transaction then throws `FencedOutError`.
 */
export async function fence(tx: Sql, job: ClaimedJob, set: FencedColumns): Promise<void> {
  const { kind } = job;
  const changes = Object.entries(set).flatMap(([column, value]) =>
    value === undefined ? [] : [{ column, value }],
  );
  const unknown = changes.find(({ column }) => !kind.fencedColumns.includes(column));
  if (unknown !== undefined) throw new Error(`An attempt of ${kind.name} may not set ${unknown.column}.`);
  const assignments = changes.map(({ column }, index) => {
    const value = `$${index + 3}`;
    return `${column} = ${column === 'progress' ? `greatest(progress, ${value})` : value}`; // it never falls
  });
  if (changes.some(({ column }) => kind.progressColumns.includes(column)))
    assignments.push('progressed = true');
  if (set.status !== undefined && isFinal(set.status)) assignments.push('finished_at = clock_timestamp()');
  const updated = await tx.query(
    `UPDATE ${kind.table} SET ${['attempt = attempt', ...assignments].join(', ')}
     WHERE id = $1 AND attempt = $2 AND status = 'processing' RETURNING id`,
    [job.id, job.attempt, ...changes.map(({ value }) => value)],
  );
  if (updated.length === 0) throw new FencedOutError(job);
}

/**
 * Writes how far an attempt is, `percent` from 0 to 99, into its lease; throws FencedOutError when the attempt no longer
 * has the job. `sql` is the pool for what belongs to no one workspace. The job row stays as it is, so that an open
 * REPEATABLE READ transaction can still write the end of the job. The reported progress never falls: repeated work,
 * because an attempt died or the file is read again, counts from where it passes the earlier number.
 */
export async function reportProgress(sql: Sql, job: ClaimedJob, percent: number): Promise<void> {
  const written = await sql.query(
    `UPDATE job_leases lease SET progress = greatest(lease.progress, $3::smallint)
     FROM ${job.kind.table} job
     WHERE lease.job_id = $1 AND lease.attempt = $2
       AND job.id = lease.job_id AND job.attempt = lease.attempt AND job.status = 'processing'
     RETURNING lease.job_id`,
    [job.id, job.attempt, percent],
  );
  if (written.length === 0) throw new FencedOutError(job);
}

/** SQL of the progress that a client sees of a job row: null while it is queued. */
export const REPORTED_PROGRESS = `CASE status WHEN 'queued' THEN NULL
  WHEN 'processing' THEN greatest(progress, almagest_job_progress(id)) ELSE progress END`;
