import { failpoint } from '../config/failpoint';
import type { Sql } from '../database/sql';
import type { NewLease } from './claim-queued';
import { failJob } from './fail-job';
import type { ClaimedJob, JobKind } from './job';
import { WORKER_LOST } from './job-error';
import { JOB_FIGURES } from './job-figures';
import { JOB_TABLES } from './job-tables';
import { sessionsOf } from './session-name';

/** So many attempts in a row may die without progress. */
const MOST_STALLS = 3;

interface LostJob {
  workspace_id: string;
  attempt: number;
  /** Attempts, the lost one included, that died without progress since the last checkpoint. */
  stalls: number;
}

/**
 * `processing → processing`: takes a job whose lease ended, after terminating the sessions of its former attempts, for a
 * frozen worker must not keep locks. A job that stopped its workers too often ends as failed instead. Null: not taken.
 */
export async function takeOver(
  sql: Sql,
  kind: JobKind,
  id: string,
  lease: NewLease,
): Promise<ClaimedJob | null> {
  const { table } = JOB_TABLES[kind];
  const [lost] = await sql.query<LostJob>(
    `SELECT job.workspace_id, job.attempt,
            CASE WHEN job.progressed THEN 0 WHEN lease.worker IS NULL THEN job.stalls ELSE job.stalls + 1 END AS stalls
     FROM ${table} job JOIN job_leases lease ON lease.job_id = job.id AND lease.attempt = job.attempt
     WHERE job.id = $1 AND job.status = 'processing' AND lease.lease_until < clock_timestamp()`,
    [id],
  );
  if (lost === undefined) return null;
  await sql.query(`SELECT almagest_end_sessions($1::text[])`, [sessionsOf(kind, id, lost.attempt)]);
  failpoint('job.taken_over');
  if (lost.stalls >= MOST_STALLS) {
    await failJob(sql, { kind, id, workspaceId: lost.workspace_id, attempt: lost.attempt }, [WORKER_LOST]);
    return null;
  }
  const [taken] = await sql.query<{ attempt: number }>(
    `WITH taken AS (
       UPDATE ${table} SET attempt = attempt + 1, stalls = $3, progressed = false
       WHERE id = $1 AND attempt = $2 AND status = 'processing'
       RETURNING id, attempt
     ), leased AS (
       UPDATE job_leases lease
       SET attempt = taken.attempt, worker = $4, lease_until = clock_timestamp() + $5::int * interval '1 ms'
       FROM taken WHERE lease.job_id = taken.id
     )
     SELECT attempt FROM taken`,
    [id, lost.attempt, lost.stalls, lease.worker, lease.ms],
  );
  if (taken === undefined) return null;
  JOB_FIGURES.takeover.tell(kind);
  return { kind, id, workspaceId: lost.workspace_id, attempt: taken.attempt };
}
