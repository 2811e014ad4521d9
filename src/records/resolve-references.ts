import { isUuidForm } from '../catalog/kinds/uuid-form';
import type { ResourceDescription } from '../catalog/resource';
import { quote } from '../catalog/sql/identifiers';
import type { Sql } from '../database/sql';

/**
 * Resolves references to records of `target`, UUIDs or identifiers, to UUIDs: one statement, whatever their number.
 * Active and archived records alike; a text that names nothing in the workspace is absent from the answer.
 */
export async function resolveReferences(
  sql: Sql,
  target: ResourceDescription,
  workspaceId: string,
  texts: readonly string[],
): Promise<Map<string, string>> {
  const ids = texts.filter(isUuidForm);
  const identifiers = target.identifiedBy === null ? [] : texts.filter((text) => !isUuidForm(text));
  if (ids.length + identifiers.length === 0) return new Map();
  const byIdentifier =
    target.identifiedBy === null
      ? ''
      : `UNION ALL SELECT r.${quote(target.identifiedBy)}, r.id FROM ${quote(target.table)} r
         WHERE r.workspace_id = $1 AND r.${quote(target.identifiedBy)} = ANY ($3::text[])`;
  const rows = await sql.query<{ text: string; id: string }>(
    `SELECT r.id::text AS text, r.id FROM ${quote(target.table)} r
     WHERE r.workspace_id = $1 AND r.id = ANY ($2::uuid[]) ${byIdentifier}`,
    target.identifiedBy === null ? [workspaceId, ids] : [workspaceId, ids, identifiers],
  );
  return new Map(rows.map(({ text, id }) => [text, id]));
}
