import type { ResourceDescription } from '../catalog/resource';
import { quote } from '../catalog/sql/sql-text';
import { counted } from '../formats/counted';
import { lockWorkspace, type Sql } from '../database/sql';
import { problem, type ProblemException } from '../http/problem/problem.exception';

/**
 * Throws 422 `too_many_types` when the workspace has `max` types of this kind already, archived ones included. Other creations in the workspace wait here until `tx` ends, so however many come at once, none above the maximum is created.
 */
export async function refuseTooManyTypes(
  tx: Sql,
  types: ResourceDescription,
  workspaceId: string,
  max: number,
): Promise<void> {
  await lockWorkspace(tx, workspaceId);
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM ${quote(types.table)} WHERE workspace_id = $1`,
    [workspaceId],
  );
  if ((row?.count ?? 0) < max) return;
  const name = types.title.toLowerCase();
  const message =
    `The workspace has ${counted(max, types.noun, name)} already, archived ones included, and may have no more. ` +
    'Use one that is there, or ask the operator of this server for a higher TYPES_PER_WORKSPACE.';
  throw problem(422, 'too_many_types', message);
}

/** The 422 `too_many_fields`; `pointer` says where in the body the fields are that are too many. */
export function tooManyFields(
  { noun }: Pick<ResourceDescription, 'noun'>,
  max: number,
  pointer: string,
): ProblemException {
  const message =
    `One ${noun} has at most ${counted(max, 'field')}. Remove fields that no record uses, make another ` +
    `${noun}, or ask the operator of this server for a higher FIELDS_PER_TYPE.`;
  return problem(422, 'too_many_fields', message, {
    errors: [{ pointer, code: 'too_many_fields', message }],
  });
}
