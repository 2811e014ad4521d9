import type { Sql } from '../database/sql';
import { violatedConstraint } from '../database/transient-error';
import type { ClaimedJob, JobKind } from './job';
import { JOB_TABLES } from './job-tables';

/** Who claims, and for how many milliseconds at first. */
export interface NewLease {
  worker: string;
  ms: number;
}

/** True for an import whose lane (workspace, resource type) has one at work, or an older one waiting. */
export const SERIALIZATION_KEY_IS_TAKEN = `EXISTS (
  SELECT FROM import_jobs other
  WHERE other.workspace_id = job.workspace_id AND other.resource_type = job.resource_type
    AND (other.status = 'processing' OR other.status = 'queued' AND other.seq < job.seq))`;

/** True when the workspace of `job` has fewer running jobs than the limit; claims of the same instant do not see each other. */
export const hasFreeRun = (table: string, most: string): string =>
  `(${most} = 0 OR (SELECT count(*) FROM ${table} other
     WHERE other.workspace_id = job.workspace_id AND other.status = 'processing') < ${most})`;

/**
 * `queued → processing`, and the lease with it; null when somebody else was first, an older import holds the lane, or the
 * workspace runs as many jobs as it may: `most`, 0 for any number.
 */
export async function claimQueued(
  sql: Sql,
  kind: JobKind,
  id: string,
  lease: NewLease,
  most: number,
): Promise<ClaimedJob | null> {
  const { table } = JOB_TABLES[kind];
  try {
    const [claimed] = await sql.query<{ workspace_id: string; attempt: number }>(
      `WITH claimed AS (
         UPDATE ${table} job
         SET status = 'processing', attempt = attempt + 1, progress = 0, started_at = clock_timestamp()
         WHERE id = $1 AND status = 'queued' AND ${hasFreeRun(table, '$5::int')}
           ${kind === 'import' ? `AND NOT ${SERIALIZATION_KEY_IS_TAKEN}` : ''}
         RETURNING id, workspace_id, attempt
       ), leased AS (
         INSERT INTO job_leases (job_id, kind, attempt, worker, lease_until)
         SELECT id, $2, attempt, $3, clock_timestamp() + $4::int * interval '1 ms' FROM claimed
       )
       SELECT workspace_id, attempt FROM claimed`,
      [id, kind, lease.worker, lease.ms, most],
    );
    return claimed ? { kind, id, workspaceId: claimed.workspace_id, attempt: claimed.attempt } : null;
  } catch (error) {
    // Two imports of one lane were claimed in the same instant: the index lets one through.
    if (violatedConstraint(error) === 'import_jobs_one_of_a_lane') return null;
    throw error;
  }
}
