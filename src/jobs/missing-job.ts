import type { Sql } from '../database/sql';
import { notFound, problem, type ProblemException } from '../http/problem/problem.exception';
import type { JobKind } from './job';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for text that can be the id of a job; anything else is answered like an unknown id. */
export const isJobId = (text: string): boolean => UUID.test(text);

/** The problem to throw for a job that is not in its table: 410 `gone` when its time was over, else 404. */
export async function missingJob(
  sql: Sql,
  kind: JobKind,
  workspaceId: string,
  id: string,
): Promise<ProblemException> {
  if (!isJobId(id)) return notFound();
  const expired = await sql.query(
    `SELECT id FROM expired_jobs WHERE kind = $1 AND id = $2 AND workspace_id = $3`,
    [kind, id, workspaceId],
  );
  if (expired.length === 0) return notFound();
  return problem(410, 'gone', `This ${kind} was removed when its time was over.`);
}
