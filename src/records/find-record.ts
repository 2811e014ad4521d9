import { isUuidForm } from '../formats/uuid-form';
import type { ResourceDescription } from '../catalog/resource';
import { columnOf, fromRecords, hasId, recordColumnsSql } from '../catalog/sql/record-source';
import type { Sql } from '../database/sql';
import { isInWorkspace } from '../catalog/sql/sql-text';

/**
 * A stored record as it is selected: canonical texts by field name, and the object of its custom
 * fields.
 */
export type RecordRow = Readonly<Record<string, string | null | Readonly<Record<string, string>>>>;

/** The text of a field of a row. */
export function textOf(row: RecordRow, name: string): string | null {
  const value = row[name];
  return typeof value === 'string' ? value : null;
}

/** The custom fields of a row, stored under `key`; unset ones are absent. */
export function customOfRow(row: RecordRow, key: string): Readonly<Record<string, string>> {
  const value = row[key];
  return typeof value === 'object' && value !== null ? value : {};
}

/**
 * `FOR NO KEY UPDATE` keeps others from changing a record; `FOR UPDATE` also keeps them from adding
 * references to it.
 */
export type RecordLock = 'FOR SHARE' | 'FOR NO KEY UPDATE' | 'FOR UPDATE';

/**
 * A record by its UUID or its identifier, archived or not; null when the workspace has none. A `lock`
 * lasts until the transaction ends.
 */
export async function findRecord(
  sql: Sql,
  resource: ResourceDescription,
  workspaceId: string,
  id: string,
  lock: RecordLock | null = null,
): Promise<RecordRow | null> {
  const byId = isUuidForm(id);
  if (id.includes('\0') || (!byId && resource.identifiedBy === null)) return null;
  const named = byId
    ? hasId(resource, '$2::uuid')
    : `${columnOf(resource, resource.identifiedBy ?? '')} = $2`;
  const [row] = await sql.query<RecordRow>(
    `SELECT ${recordColumnsSql(resource)} FROM ${fromRecords(resource)}
     WHERE ${isInWorkspace(columnOf(resource, 'workspace_id'), '$1')} AND ${named} ${lock === null ? '' : `${lock} OF r`}`,
    [workspaceId, id],
  );
  return row ?? null;
}
