import { fieldOf } from '../field-of';
import type { ResourceDescription } from '../resource';
import { quote } from './identifiers';
import { columnOf, ownFields } from './record-source';
import type { SqlParams } from './sql-params';

/** Canonical texts by field, and custom fields by key; null is null. */
export interface RecordValues {
  readonly core: { get(name: string): string | null | undefined };
  readonly custom: Readonly<Record<string, string | null>>;
  /** The key of `through`, where the resource has one. */
  readonly parentKey: string | null;
}

/** Creates one record and answers its `id`. A field that `core` does not give gets the default of its column. */
export function insertRecordSql(
  resource: ResourceDescription,
  workspaceId: string,
  { core, custom, parentKey }: RecordValues,
  params: SqlParams,
): string {
  const values = new Map<string, string>();
  // The workspace of a record with a packed id is that of the row it is keyed by.
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
