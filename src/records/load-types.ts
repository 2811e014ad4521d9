import { DATA_TYPES, type CustomField, type DataType, type RecordType } from '../catalog/record-type';
import type { ResourceRegistry } from '../catalog/registry';
import type { ResourceDescription } from '../catalog/resource';
import { isInWorkspace, quote } from '../catalog/sql/sql-text';
import type { Sql } from '../database/sql';

/** One field of a type, or a type without fields. */
export interface TypeRow {
  id: string;
  identifier: string;
  fields_version: number;
  field_key: string | null;
  field_label: string;
  data_type: string;
  is_required: boolean;
  has_default: boolean;
  default_value: string | null;
  allow_null: boolean;
  display_order: number;
}

/** What is selected for a `TypeRow` of the type `t` and the field `f`. */
export const TYPE_ROW_SQL = `t.id, t.identifier, t.fields_version, f.field_key, f.field_label, f.data_type, f.is_required,
  f.has_default, f.default_value, f.allow_null, f.display_order`;

/**
 * All types of a workspace that records of `resource` may have, each with its fields, ordered by identifier; none for a
 * resource without custom fields. Archived types are among them, for references resolve to archived records alike.
 * There may be hundreds of thousands of fields: a request takes what it needs from `TypeReader`.
 */
export async function loadTypes(
  sql: Sql,
  registry: ResourceRegistry,
  resource: ResourceDescription,
  workspaceId: string,
): Promise<RecordType[]> {
  const types = registry.typesOf(resource);
  if (!types?.fieldsTable) return [];
  const rows = await sql.query<TypeRow>(
    `SELECT ${TYPE_ROW_SQL}
     FROM ${quote(types.table)} t
     LEFT JOIN ${quote(types.fieldsTable)} f ON f.workspace_id = t.workspace_id AND f.type_id = t.id
     WHERE ${isInWorkspace('t.workspace_id', '$1')}
     ORDER BY t.identifier, f.display_order, f.field_key`,
    [workspaceId],
  );
  return groupTypes(rows);
}

/** The types of rows that are ordered by type and field. */
export function groupTypes(rows: readonly TypeRow[]): RecordType[] {
  const byId = new Map<string, RecordType & { fields: CustomField[] }>();
  for (const row of rows) {
    const { id, identifier, fields_version } = row;
    const type = byId.get(id) ?? { id, identifier, fieldsVersion: fields_version, fields: [] };
    byId.set(id, type);
    if (row.field_key !== null) type.fields.push(customField(row.field_key, row));
  }
  return [...byId.values()];
}

function customField(key: string, row: TypeRow): CustomField {
  return {
    key,
    label: row.field_label,
    dataType: dataType(row.data_type),
    required: row.is_required,
    hasDefault: row.has_default,
    defaultValue: row.default_value,
    allowNull: row.allow_null,
    displayOrder: row.display_order,
  };
}

function dataType(name: string): DataType {
  const found = DATA_TYPES.find((candidate) => candidate === name);
  if (!found) throw new Error(`The database holds a custom field of the unknown data type ${name}.`);
  return found;
}

/**
 * Locks types of records of `resource`: their fields cannot change before the transaction ends. Returns the version of the
 * fields of each, by id; a type that does not exist is absent. Empty for a resource without types.
 */
export async function lockTypes(
  tx: Sql,
  registry: ResourceRegistry,
  resource: ResourceDescription,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const types = registry.typesOf(resource);
  if (!types || ids.length === 0) return new Map();
  const locked = await tx.query<{ id: string; fields_version: number }>(
    `SELECT id, fields_version FROM ${quote(types.table)}
     WHERE ${isInWorkspace('workspace_id', '$1')} AND id = ANY ($2::uuid[]) ORDER BY id FOR SHARE`,
    [workspaceId, ids],
  );
  return new Map(locked.map(({ id, fields_version }) => [id, fields_version]));
}
