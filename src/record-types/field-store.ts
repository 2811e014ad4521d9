import type { ResourceDescription } from '../catalog/resource';
import { isInWorkspace, quote } from '../catalog/sql/sql-text';
import { columnOf, fromRecords, recordColumnsSql } from '../catalog/sql/record-source';
import type { Sql } from '../database/sql';
import type { JsonObject } from '../formats/json/json-value';
import type { RecordRow } from '../records/find-record';
import { recordResponse } from '../records/record-response';
import type { DeclaredField } from './declare-fields';
import { fieldAnswer } from './type-schema';

const COLUMNS = [
  'field_label',
  'data_type',
  'is_required',
  'has_default',
  'default_value',
  'allow_null',
  'display_order',
] as const;

/** The fields of types, in the order in which they are shown. */
export async function selectFields(
  sql: Sql,
  fields: ResourceDescription,
  workspaceId: string,
  typeIds: readonly string[],
): Promise<JsonObject[]> {
  const rows = await sql.query<RecordRow>(
    `SELECT ${recordColumnsSql(fields)} FROM ${fromRecords(fields)}
     WHERE ${isInWorkspace(columnOf(fields, 'workspace_id'), '$1')} AND ${columnOf(fields, 'type_id')} = ANY ($2::uuid[])
     ORDER BY ${columnOf(fields, 'display_order')}, ${columnOf(fields, 'field_key')}`,
    [workspaceId, typeIds],
  );
  return rows.map((row) => fieldAnswer(recordResponse(fields, [], row)));
}

/** Adds one field to a type. */
export async function insertField(
  tx: Sql,
  fields: ResourceDescription,
  workspaceId: string,
  typeId: string,
  field: DeclaredField,
): Promise<void> {
  await tx.query(
    `INSERT INTO ${quote(fields.table)} (workspace_id, type_id, field_key, ${COLUMNS.join(', ')})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [workspaceId, typeId, field.field_key, ...COLUMNS.map((column) => field[column])],
  );
}

/** Writes a changed field. */
export async function updateField(
  tx: Sql,
  fields: ResourceDescription,
  workspaceId: string,
  id: string,
  field: DeclaredField,
): Promise<void> {
  const sets = COLUMNS.map((column, at) => `${column} = $${at + 3}`).join(', ');
  await tx.query(
    `UPDATE ${quote(fields.table)} SET ${sets}, updated_at = clock_timestamp() WHERE ${isInWorkspace('workspace_id', '$1')} AND id = $2`,
    [workspaceId, id, ...COLUMNS.map((column) => field[column])],
  );
}

/** Removes a field. */
export async function deleteField(
  tx: Sql,
  fields: ResourceDescription,
  workspaceId: string,
  id: string,
): Promise<void> {
  await tx.query(
    `DELETE FROM ${quote(fields.table)} WHERE ${isInWorkspace('workspace_id', '$1')} AND id = $2`,
    [workspaceId, id],
  );
}

/** Increments the version of a type's fields, so that a running import detects the change. */
export async function bumpFields(
  tx: Sql,
  types: ResourceDescription,
  workspaceId: string,
  typeId: string,
): Promise<void> {
  await tx.query(
    `UPDATE ${quote(types.table)} SET fields_version = fields_version + 1, updated_at = clock_timestamp()
     WHERE ${isInWorkspace('workspace_id', '$1')} AND id = $2`,
    [workspaceId, typeId],
  );
}
