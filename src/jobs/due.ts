import type { Sql } from '../database/sql';
import type { JobKind } from './job';

/** SQL: milliseconds until the next attempt when `losses` were lost in a row before this one: 1 s, 2 s, 4 s … up to `max`. */
export const retryWait = (losses: string, max: string): string =>
  `least(${max}::int, 1000 * 2 ^ least(${losses}, 20))::int`;

/**
 * SQL: when a running `job` may be taken over: at the end of its `lease`, and later the more attempts before it were lost.
 * Progress of the present attempt ends that wait.
 */
export const TAKE_OVER_AT = `(lease.lease_until
  + CASE WHEN job.progressed THEN 0 ELSE lease.retry_wait_ms END * interval '1 ms')`;

/** SQL: `AND`, and that no job with the serialization key of `job` runs or was queued before it; empty for a kind without. */
export function serializationKeyIsFree({ table, serializationKey }: JobKind): string {
  if (serializationKey === null) return '';
  return `AND NOT EXISTS (
  SELECT FROM ${table} other
  WHERE ${sameKey(serializationKey.columns, 'other', 'job')}
    AND (other.status = 'processing' OR other.status = 'queued' AND other.seq < job.seq))`;
}

/**
 * SQL: true when the workspace of `job` has fewer running jobs of the kind than `max`, 0 for any number. Claims of the same
 * instant do not see each other.
 */
export const mayRunOneMore = ({ table }: JobKind, max: string): string =>
  `(${max} = 0 OR (SELECT count(*) FROM ${table} other
     WHERE other.workspace_id = job.workspace_id AND other.status = 'processing') < ${max})`;

/**
 * Ids of at most `limit` jobs that a worker could claim now, oldest first: queued ones, and those whose worker is lost.
 * `maxRunning`: jobs that may run in one workspace; 0: any number.
 */
export async function dueJobs(sql: Sql, kind: JobKind, limit: number, maxRunning: number): Promise<string[]> {
  const due = await sql.query<{ id: string }>(
    `SELECT job.id FROM ${kind.table} job LEFT JOIN job_leases lease ON lease.job_id = job.id
     WHERE job.status IN ('queued', 'processing')
       AND (job.status = 'queued' AND ${mayRunOneMore(kind, '$2::int')} ${serializationKeyIsFree(kind)}
            OR job.status = 'processing' AND lease.attempt = job.attempt AND ${TAKE_OVER_AT} < clock_timestamp())
     ORDER BY job.seq LIMIT $1`,
    [limit, maxRunning],
  );
  return due.map(({ id }) => id);
}

/**
 * Id of the queued job whose turn it is: of the workspace with the fewest running jobs of the kind, of those the one that
 * was served longest ago, its oldest that may run. A workspace with a thousand jobs thus delays the first job of another
 * one by at most one run, although notifications arrive in the order in which jobs were queued. Null: none may run.
 * `maxRunning`: jobs that may run in one workspace; 0: any number. When the job `asked` is no longer queued, its own id is
 * returned: it had its turn, and may be one to take over.
 */
export async function fairestDue(
  sql: Sql,
  kind: JobKind,
  maxRunning: number,
  asked: string | null,
): Promise<string | null> {
  const { table } = kind;
  const [fairest] = await sql.query<{ id: string | null }>(
    `WITH waiting AS (
       SELECT workspace_id, count(*) FILTER (WHERE status = 'processing') AS running
       FROM ${table} WHERE status IN ('queued', 'processing')
       GROUP BY workspace_id HAVING bool_or(status = 'queued')
     ), fairest AS (
       SELECT due.id FROM waiting
       CROSS JOIN LATERAL (
         SELECT max(started_at) AS at FROM ${table} WHERE workspace_id = waiting.workspace_id
       ) AS served
       CROSS JOIN LATERAL (
         SELECT job.id, job.seq FROM ${table} job
         WHERE job.workspace_id = waiting.workspace_id AND job.status = 'queued'
           ${serializationKeyIsFree(kind)}
         ORDER BY job.seq LIMIT 1
       ) AS due
       WHERE $1::int = 0 OR waiting.running < $1::int
       ORDER BY waiting.running, served.at NULLS FIRST, due.seq LIMIT 1
     )
     SELECT coalesce(
       (SELECT id FROM ${table} WHERE id = $2 AND status <> 'queued'), (SELECT id FROM fairest)) AS id`,
    [maxRunning, asked],
  );
  return fairest?.id ?? null;
}

/** Id and attempt of the queued job that may run now because the job `id` with the same serialization key ended; or null. */
export async function nextOfSerializationKey(
  sql: Sql,
  kind: JobKind,
  id: string,
): Promise<{ id: string; attempt: number } | null> {
  const { table, serializationKey } = kind;
  if (serializationKey === null) return null;
  const [next] = await sql.query<{ id: string; attempt: number }>(
    `SELECT job.id, job.attempt FROM ${table} ended
     JOIN ${table} job ON ${sameKey(serializationKey.columns, 'job', 'ended')}
     WHERE ended.id = $1 AND job.status = 'queued' ${serializationKeyIsFree(kind)}`,
    [id],
  );
  return next ?? null;
}

/** Milliseconds until the first running job may be taken over unless its lease is renewed; null when none runs. */
export async function nextLeaseEnd(sql: Sql, kinds: readonly JobKind[]): Promise<number | null> {
  const ends = kinds.map(
    ({ table }) => `SELECT ${TAKE_OVER_AT} AS at FROM ${table} job
      JOIN job_leases lease ON lease.job_id = job.id AND lease.attempt = job.attempt WHERE job.status = 'processing'`,
  );
  const [next] = await sql.query<{ ms: number | null }>(
    `SELECT (extract(epoch FROM min(at) - clock_timestamp()) * 1000)::int AS ms FROM (${ends.join(' UNION ALL ')}) ends
     WHERE at > clock_timestamp()`,
  );
  return next?.ms ?? null;
}

const sameKey = (columns: readonly string[], left: string, right: string): string =>
  columns.map((column) => `${left}.${column} = ${right}.${column}`).join(' AND ');
