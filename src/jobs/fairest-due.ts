import type { Sql } from '../database/sql';
import { SERIALIZATION_KEY_IS_TAKEN } from './claim-queued';
import type { JobKind } from './job';
import { JOB_TABLES } from './job-tables';

/**
 * Id of the queued job whose turn it is: of the workspace with the fewest running jobs of the kind, of those the one that
 * was served longest ago, its oldest that may run. So a workspace with a thousand jobs delays the first job of another by
 * one slot at most, while hints arrive in the order in which jobs were queued. Null: none may run. `most`: jobs that may
 * run in one workspace; 0: any number. A job that is `asked` for and has left the queue is answered itself: it has had its
 * turn, and may be one to take over.
 */
export async function fairestDue(
  sql: Sql,
  kind: JobKind,
  most: number,
  asked: string | null,
): Promise<string | null> {
  const { table } = JOB_TABLES[kind];
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
           ${kind === 'import' ? `AND NOT ${SERIALIZATION_KEY_IS_TAKEN}` : ''}
         ORDER BY job.seq LIMIT 1
       ) AS due
       WHERE $1::int = 0 OR waiting.running < $1::int
       ORDER BY waiting.running, served.at NULLS FIRST, due.seq LIMIT 1
     )
     SELECT coalesce(
       (SELECT id FROM ${table} WHERE id = $2 AND status <> 'queued'), (SELECT id FROM fairest)) AS id`,
    [most, asked],
  );
  return fairest?.id ?? null;
}
