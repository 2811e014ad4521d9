import type { ReferenceMatch } from '../catalog/binding/reference-match';
import type { FieldCondition } from '../catalog/field';
import type { ResourceDescription } from '../catalog/resource';
import { fieldOf } from '../catalog/resource-fields';
import { archivedNameSql, columnOf, customOf, fromRecords, nameSql } from '../catalog/sql/record-source';
import { isInWorkspace, quote } from '../catalog/sql/sql-text';
import type { Sql } from '../database/sql';

/** The records that have one value: how many, the id of the first, and the identifiers of the first few. */
export interface FoundByField {
  readonly id: string;
  /** What the first one is known by, if it is archived; null for an active one. */
  readonly archived: string | null;
  readonly records: number;
  readonly names: readonly string[];
}

/** Identifiers of a conflict that are named. */
const NAMED = 3;

/**
 * Finds the records of `target` that have one of `texts`, canonical ones, in the field of `match`: one statement that reads
 * the records of the workspace once and looks each value up in a hash of `texts`, whatever their number. Active and archived
 * records alike; a text that no record has, or none that fulfils `only`, is absent.
 */
export async function lookUpByField(
  sql: Sql,
  target: ResourceDescription,
  workspaceId: string,
  { scope, field }: ReferenceMatch,
  texts: readonly string[],
  only: FieldCondition | null,
): Promise<Map<string, FoundByField>> {
  if (texts.length === 0) return new Map();
  const value =
    scope === 'custom' ? customOf(target, field) : fieldOf(target, field).kind.print(columnOf(target, field));
  const id = columnOf(target, 'id');
  const condition = only ? `AND r.${quote(only.field)} = $3` : '';
  const rows = await sql.query<FoundByField & { text: string }>(
    `SELECT found.value AS text, (array_agg(found.id ORDER BY found.name))[1] AS id,
            (array_agg(found.archived ORDER BY found.name))[1] AS archived, count(*)::integer AS records,
            (array_agg(found.name ORDER BY found.name))[1:${NAMED}] AS names
     FROM (SELECT ${value} AS value, ${id} AS id, ${nameSql(target)} AS name, ${archivedNameSql(target)} AS archived
           FROM ${fromRecords(target)}
           WHERE ${isInWorkspace(columnOf(target, 'workspace_id'), '$1')} AND ${value} = ANY ($2::text[]) ${condition}) found
     GROUP BY found.value`,
    [workspaceId, texts, ...(only ? [only.value] : [])],
  );
  return new Map(rows.map(({ text, ...found }) => [text, found]));
}
