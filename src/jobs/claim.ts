import { failpoint } from '../config/failpoint';
import type { Sql } from '../database/sql';
import { violatedConstraint } from '../database/transient-error';
import { mayRunOneMore, retryWait, serializationKeyIsFree, TAKE_OVER_AT } from './due';
import { sessionNames, type ClaimedJob, type JobKind } from './job';
import { interruptedForADay } from './job-errors';
import { JOB_METRICS } from './job-metrics';

/** A job is given up after a day without progress, but never before so many attempts: a server may be off for days. */
const MIN_LOSSES = 20;

/** Who claims, and for how many milliseconds at first. */
export interface NewLease {
  worker: string;
  ms: number;
}

/**
 * `queued → processing`, and the lease with it. Null when another worker was first, when a job with the same serialization
 * key runs or was queued before, or when the workspace runs as many jobs as it may: `maxRunning`, 0 for any number.
 */
export async function claimQueued(
  sql: Sql,
  kind: JobKind,
  id: string,
  lease: NewLease,
  maxRunning: number,
): Promise<ClaimedJob | null> {
  try {
    const [claimed] = await sql.query<{ workspace_id: string; attempt: number }>(
      `WITH claimed AS (
         UPDATE ${kind.table} job
         SET status = 'processing', attempt = attempt + 1, progress = 0, started_at = clock_timestamp()
         WHERE id = $1 AND status = 'queued' AND ${mayRunOneMore(kind, '$5::int')}
           ${serializationKeyIsFree(kind)}
         RETURNING id, workspace_id, attempt
       ), leased AS (
         INSERT INTO job_leases (job_id, kind, attempt, worker, lease_until)
         SELECT id, $2, attempt, $3, clock_timestamp() + $4::int * interval '1 ms' FROM claimed
       )
       SELECT workspace_id, attempt FROM claimed`,
      [id, kind.name, lease.worker, lease.ms, maxRunning],
    );
    return claimed ? { kind, id, workspaceId: claimed.workspace_id, attempt: claimed.attempt } : null;
  } catch (error) {
    // Two jobs with one serialization key were claimed in the same instant: the index refuses the second one.
    const constraint = violatedConstraint(error);
    if (constraint !== null && constraint === kind.serializationKey?.index) return null;
    throw error;
  }
}

interface LostJob {
  workspace_id: string;
  attempt: number;
  /** Attempts, the present one included, that were lost since the last progress. */
  stalls: number;
  /** The first of them was lost more than a day ago. */
  for_a_day: boolean;
}

/**
 * `processing → processing`: takes a job whose lease ended, after terminating the sessions of its former attempts, for a
 * frozen worker must not keep locks. A job that made no progress for a day ends as failed instead. Null: not taken.
 * `maxWaitMs`: the longest wait for another attempt, should this one be lost as well.
 */
export async function takeOver(
  sql: Sql,
  kind: JobKind,
  id: string,
  lease: NewLease,
  maxWaitMs: number,
): Promise<ClaimedJob | null> {
  const [lost] = await sql.query<LostJob>(
    `SELECT job.workspace_id, job.attempt,
            CASE WHEN job.progressed THEN 0 WHEN lease.worker IS NULL THEN job.stalls ELSE job.stalls + 1 END AS stalls,
            coalesce(job.interrupted_since < clock_timestamp() - interval '1 day', false) AS for_a_day
     FROM ${kind.table} job JOIN job_leases lease ON lease.job_id = job.id AND lease.attempt = job.attempt
     WHERE job.id = $1 AND job.status = 'processing' AND ${TAKE_OVER_AT} < clock_timestamp()`,
    [id],
  );
  if (lost === undefined) return null;
  const former = { kind, id, workspaceId: lost.workspace_id, attempt: lost.attempt };
  await sql.query(`SELECT almagest_end_sessions($1::text[])`, [sessionNames(former)]);
  failpoint('job.taken_over');
  if (lost.for_a_day && lost.stalls >= MIN_LOSSES) {
    await kind.fail(sql, former, [interruptedForADay(lost.stalls)]);
    return null;
  }
  const attempt = await startAnotherAttempt(sql, former, lost.stalls, lease, maxWaitMs);
  if (attempt === null) return null;
  JOB_METRICS.takeover.emit(kind.name);
  return { ...former, attempt };
}

/** The number of the new attempt; null when another worker was first. */
async function startAnotherAttempt(
  sql: Sql,
  { kind, id, attempt }: ClaimedJob,
  stalls: number,
  lease: NewLease,
  maxWaitMs: number,
): Promise<number | null> {
  // Stops of the reading are counted since the last progress: they start at 0 when the lost attempt made some.
  const column = kind.readingStops?.column;
  const readingStops =
    column === undefined ? '' : `, ${column} = CASE WHEN progressed THEN 0 ELSE ${column} END`;
  const [taken] = await sql.query<{ attempt: number }>(
    `WITH taken AS (
       UPDATE ${kind.table} SET attempt = attempt + 1, stalls = $3, progressed = false,
         interrupted_since = CASE WHEN $3 > 0 THEN coalesce(interrupted_since, clock_timestamp()) END${readingStops}
       WHERE id = $1 AND attempt = $2 AND status = 'processing'
       RETURNING id, attempt
     ), leased AS (
       UPDATE job_leases lease
       SET attempt = taken.attempt, worker = $4, lease_until = clock_timestamp() + $5::int * interval '1 ms',
         retry_wait_ms = CASE WHEN $3 > 0 THEN ${retryWait('$3 - 1', '$6')} ELSE 0 END
       FROM taken WHERE lease.job_id = taken.id
     )
     SELECT attempt FROM taken`,
    [id, attempt, stalls, lease.worker, lease.ms, maxWaitMs],
  );
  return taken?.attempt ?? null;
}
