import type { FieldCondition } from '../catalog/field';
import { isUuidForm } from '../formats/uuid-form';
import type { ResourceDescription } from '../catalog/resource';
import { isInWorkspace, quote } from '../catalog/sql/sql-text';
import { archivedNameSql, columnOf, fromRecords, hasId } from '../catalog/sql/record-source';
import type { FoundReference } from '../catalog/rules/resolve-draft';
import type { Sql } from '../database/sql';

/**
 * Resolves references to records of `target`, UUIDs or identifiers: one statement, whatever their number. Active and
 * archived records alike; a text that names nothing in the workspace, or nothing that fulfils `only`, is absent from the
 * answer.
 */
export async function resolveReferences(
  sql: Sql,
  target: ResourceDescription,
  workspaceId: string,
  texts: readonly string[],
  only: FieldCondition | null = null,
): Promise<Map<string, FoundReference>> {
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
  // Each text is a look-up of its own, which `OFFSET 0` keeps from becoming a join: for that the planner would have to know
  // how many records the workspace has.
  const lookUp = (list: string, text: string, named: string): string =>
    `SELECT ${text} AS text, found.id, found.archived FROM unnest(${list}) AS w (named)
     CROSS JOIN LATERAL (SELECT ${columnOf(target, 'id')} AS id, ${archivedNameSql(target)} AS archived FROM ${fromRecords(target)}
       WHERE ${isInWorkspace(columnOf(target, 'workspace_id'), '$1')} AND ${named} ${condition} OFFSET 0) found`;
  const byIdentifier =
    target.identifiedBy === null
      ? ''
      : `UNION ALL ${lookUp('$3::text[]', 'w.named', `r.${quote(target.identifiedBy)} = w.named`)}`;
  const rows = await sql.query<FoundReference & { text: string }>(
    `${lookUp('$2::uuid[]', 'w.named::text', hasId(target, 'w.named'))} ${byIdentifier}`,
    params,
  );
  return new Map(rows.map(({ text, id, archived }) => [text, { id, archived }]));
}
