import type { FieldCondition } from '../catalog/field';
import { isUuidForm } from '../catalog/kinds/uuid-form';
import type { ResourceDescription } from '../catalog/resource';
import { quote } from '../catalog/sql/identifiers';
import type { Sql } from '../database/sql';
import { isInWorkspace } from '../catalog/sql/workspace-sql';

/**
 * Resolves references to records of `target`, UUIDs or identifiers, to UUIDs: one statement, whatever their number.
 * Active and archived records alike; a text that names nothing in the workspace, or
 * nothing that fulfils `only`, is absent from the answer.
 */
export async function resolveReferences(
  sql: Sql,
  target: ResourceDescription,
  workspaceId: string,
  texts: readonly string[],
  only: FieldCondition | null = null,
): Promise<Map<string, string>> {
  const ids = texts.filter(isUuidForm);
  const identifiers = target.identifiedBy === null ? [] : texts.filter((text) => !isUuidForm(text));
  if (ids.length + identifiers.length === 0) return new Map();
  const params = [
    workspaceId,
    ids,
    ...(target.identifiedBy === null ? [] : [identifiers]),
    ...(only ? [only.value] : []),
  ];
  const condition = only ? `AND r.${quote(only.field)} = $${params.length}` : '';
  const byIdentifier =
    target.identifiedBy === null
      ? ''
      : `UNION ALL SELECT r.${quote(target.identifiedBy)}, r.id FROM ${quote(target.table)} r
         WHERE ${isInWorkspace('r.workspace_id', '$1')} AND r.${quote(target.identifiedBy)} = ANY ($3::text[]) ${condition}`;
  const rows = await sql.query<{ text: string; id: string }>(
    `SELECT r.id::text AS text, r.id FROM ${quote(target.table)} r
     WHERE ${isInWorkspace('r.workspace_id', '$1')} AND r.id = ANY ($2::uuid[]) ${condition} ${byIdentifier}`,
    params,
  );
  return new Map(rows.map(({ text, id }) => [text, id]));
}
