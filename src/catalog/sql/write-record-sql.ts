import { fieldOf } from '../resource-fields';
import type { ResourceDescription } from '../resource';
import { isInWorkspace, quote, type SqlParams } from './sql-text';
import { columnOf, hasId, ownFields } from './record-source';

/** Canonical texts by field, and custom fields by key; null is null. */
export interface RecordValues {
  readonly core: { get(name: string): string | null | undefined };
  readonly custom: Readonly<Record<string, string | null>>;
  /** The key of the parent, for a resource with a parent key. */
  readonly parentKey: string | null;
}

/**
 * Creates one record and returns its `id`. A field that `core` does not contain gets the default of
 * its column.
 */
export function insertRecordSql(
  resource: ResourceDescription,
  workspaceId: string,
  { core, custom, parentKey }: RecordValues,
  params: SqlParams,
): string {
  const values = new Map<string, string>();
  // A record with a packed id has the workspace of its parent.
  if (!resource.packedId) values.set('workspace_id', params.add(workspaceId));
  if (resource.parentKey)
    values.set(resource.parentKey.column, `${params.add(parentKey)}::${resource.parentKey.pgType}`);
  for (const name of ownFields(resource)) {
    const text = core.get(name);
    if (text !== undefined) values.set(name, `${params.add(text)}::${fieldOf(resource, name).kind.pgType}`);
  }
  if (resource.customFields) {
    values.set(
      resource.customFields.column,
      `jsonb_strip_nulls(${params.add(JSON.stringify(custom))}::jsonb)`,
    );
  }
  return `INSERT INTO ${quote(resource.table)} AS r (${[...values.keys()].map(quote).join(', ')})
    VALUES (${[...values.values()].join(', ')}) RETURNING ${columnOf(resource, 'id')} AS id`;
}

/**
 * Changes the given fields of one record, custom fields key by key; a record that does not differ is
 * not written. Null when `values` contains no field of the resource's own table.
 */
export function updateRecordSql(
  resource: ResourceDescription,
  workspaceId: string,
  id: string,
  { core, custom }: Pick<RecordValues, 'core' | 'custom'>,
  params: SqlParams,
): string | null {
  const sets: string[] = [];
  const differs: string[] = [];
  for (const name of ownFields(resource)) {
    const text = core.get(name);
    if (text === undefined) continue;
    const { kind } = fieldOf(resource, name);
    const value = `${params.add(text)}::${kind.pgType}`;
    sets.push(`${quote(name)} = ${value}`);
    differs.push(kind.differs(columnOf(resource, name), value));
  }
  if (resource.customFields && Object.keys(custom).length > 0) {
    const column = quote(resource.customFields.column);
    const value = `jsonb_strip_nulls(r.${column} || ${params.add(JSON.stringify(custom))}::jsonb)`;
    sets.push(`${column} = ${value}`);
    differs.push(`r.${column} <> ${value}`);
  }
  if (sets.length === 0) return null;
  return `UPDATE ${quote(resource.table)} r SET ${sets.join(', ')}, updated_at = clock_timestamp()
    WHERE ${isRecord(resource, workspaceId, id, params)} AND (${differs.join(' OR ')})`;
}

/**
 * SQL that is true for the row `r` of the record `id`. The workspace of a record with a packed id is
 * in the parent's table: the caller must have found the record in its workspace before.
 */
export function isRecord(
  resource: ResourceDescription,
  workspaceId: string,
  id: string,
  params: SqlParams,
): string {
  const named = hasId(resource, `${params.add(id)}::uuid`);
  return resource.packedId
    ? named
    : `${isInWorkspace(columnOf(resource, 'workspace_id'), params.add(workspaceId))} AND ${named}`;
}
