import { failpoint } from '../config/failpoint';
import type { Sql } from '../database/sql';
import type { NewLease } from './claim-queued';
import { failJob } from './fail-job';
import type { ClaimedJob, JobKind } from './job';
import { interruptedForADay } from './job-error';
import { JOB_METRICS } from './job-metrics';
import { JOB_TABLES } from './job-tables';
import { retryWait, TAKE_OVER_AT } from './lost-attempt';
import { sessionsOf } from './session-name';

/** A job is given up after a day without progress, but never before so many attempts: a server may be off for days. */
const MIN_LOSSES = 20;

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
  const { table } = JOB_TABLES[kind];
  const [lost] = await sql.query<LostJob>(
    `SELECT job.workspace_id, job.attempt,
            CASE WHEN job.progressed THEN 0 WHEN lease.worker IS NULL THEN job.stalls ELSE job.stalls + 1 END AS stalls,
            coalesce(job.interrupted_since < clock_timestamp() - interval '1 day', false) AS for_a_day
     FROM ${table} job JOIN job_leases lease ON lease.job_id = job.id AND lease.attempt = job.attempt
     WHERE job.id = $1 AND job.status = 'processing' AND ${TAKE_OVER_AT} < clock_timestamp()`,
    [id],
  );
  if (lost === undefined) return null;
  await sql.query(`SELECT almagest_end_sessions($1::text[])`, [sessionsOf(kind, id, lost.attempt)]);
  failpoint('job.taken_over');
  if (lost.for_a_day && lost.stalls >= MIN_LOSSES) {
    const former = { kind, id, workspaceId: lost.workspace_id, attempt: lost.attempt };
    await failJob(sql, former, [interruptedForADay(lost.stalls)]);
    return null;
  }
  // What was counted since the last progress begins anew when the lost attempt made some.
  const readingStops =
    kind === 'import' ? `, reading_stops = CASE WHEN progressed THEN 0 ELSE reading_stops END` : '';
  const [taken] = await sql.query<{ attempt: number }>(
    `WITH taken AS (
       UPDATE ${table} SET attempt = attempt + 1, stalls = $3, progressed = false,
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
    [id, lost.attempt, lost.stalls, lease.worker, lease.ms, maxWaitMs],
  );
  if (taken === undefined) return null;
  JOB_METRICS.takeover.emit(kind);
  return { kind, id, workspaceId: lost.workspace_id, attempt: taken.attempt };
}
