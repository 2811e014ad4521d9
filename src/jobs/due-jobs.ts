import type { Sql } from '../database/sql';
import { hasFreeRun, SERIALIZATION_KEY_IS_TAKEN } from './claim-queued';
import type { JobKind } from './job';
import { JOB_KINDS, JOB_TABLES } from './job-tables';
import { TAKE_OVER_AT } from './lost-attempt';

/**
 * Ids of at most `limit` jobs that a worker could claim now, oldest first: queued ones, and those whose worker is lost.
 * `most`: jobs that may run in one workspace; 0: any number.
 */
export async function dueJobs(sql: Sql, kind: JobKind, limit: number, most: number): Promise<string[]> {
  const { table } = JOB_TABLES[kind];
  const serializationKey = kind === 'import' ? `AND NOT ${SERIALIZATION_KEY_IS_TAKEN}` : '';
  const due = await sql.query<{ id: string }>(
    `SELECT job.id FROM ${table} job LEFT JOIN job_leases lease ON lease.job_id = job.id
     WHERE job.status IN ('queued', 'processing')
       AND (job.status = 'queued' AND ${hasFreeRun(table, '$2::int')} ${serializationKey}
            OR job.status = 'processing' AND lease.attempt = job.attempt AND ${TAKE_OVER_AT} < clock_timestamp())
     ORDER BY job.seq LIMIT $1`,
    [limit, most],
  );
  return due.map(({ id }) => id);
}

/** Id and attempt of the import that its lane lets run now, told by any import of the lane; null when there is none. */
export async function nextOfSerializationKey(
  sql: Sql,
  importId: string,
): Promise<{ id: string; attempt: number } | null> {
  const [next] = await sql.query<{ id: string; attempt: number }>(
    `SELECT job.id, job.attempt FROM import_jobs ended
     JOIN import_jobs job ON job.workspace_id = ended.workspace_id AND job.resource_type = ended.resource_type
     WHERE ended.id = $1 AND job.status = 'queued' AND NOT ${SERIALIZATION_KEY_IS_TAKEN}`,
    [importId],
  );
  return next ?? null;
}

/** Milliseconds until the first running job may be taken over, should its lease not be renewed; null when none runs. */
export async function nextLeaseEnd(sql: Sql): Promise<number | null> {
  const ends = JOB_KINDS.map(
    (kind) => `SELECT ${TAKE_OVER_AT} AS at FROM ${JOB_TABLES[kind].table} job
      JOIN job_leases lease ON lease.job_id = job.id AND lease.attempt = job.attempt WHERE job.status = 'processing'`,
  );
  const [next] = await sql.query<{ ms: number | null }>(
    `SELECT (extract(epoch FROM min(at) - clock_timestamp()) * 1000)::int AS ms FROM (${ends.join(' UNION ALL ')}) ends
     WHERE at > clock_timestamp()`,
  );
  return next?.ms ?? null;
}
