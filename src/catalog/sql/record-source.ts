import type { ResourceDescription } from '../resource';
import { ARCHIVED_AT, SYSTEM_FIELDS, systemFieldsOf } from '../resource-fields';
import { literal, quote } from './sql-text';

/** Columns that every table of records has, beside the fields of its description. */
const SYSTEM_COLUMNS: readonly string[] = ['workspace_id', ...Object.keys(SYSTEM_FIELDS)];

/** The FROM of the records of a resource under `alias`, with their parents under `<alias>_t`. */
export function fromRecords(resource: ResourceDescription, alias = 'r'): string {
  const { parentKey, table } = resource;
  if (!parentKey) return `${quote(table)} ${alias}`;
  return `${quote(table)} ${alias} JOIN ${quote(parentKey.table)} ${alias}_t ON ${alias}_t.id = ${alias}.${quote(parentKey.column)}`;
}

/** The stored, typed value of a field of the description or of the system (`id`, `archived_at`, …). */
export function columnOf(resource: ResourceDescription, field: string, alias = 'r'): string {
  const { parentKey, packedId } = resource;
  if (!resource.fields.has(field) && !SYSTEM_COLUMNS.includes(field)) {
    throw new Error(`Resource ${resource.name} has no field ${field}.`);
  }
  if (parentKey?.fields.includes(field)) return `${alias}_t.${quote(field)}`;
  if (parentKey && field === parentKey.directField) return `${alias}.${quote(parentKey.column)}`;
  if (parentKey && packedId) {
    if (field === 'workspace_id') return `${alias}_t.workspace_id`;
    const whole = packedIdOf(`${alias}.${quote(parentKey.column)}`, `${alias}.${quote(packedId.instant)}`);
    if (field === packedId.part?.of) return whole;
    if (field === 'id')
      return packedId.part ? `almagest_masked(${whole}, ${alias}.${quote(packedId.part.column)})` : whole;
  }
  return `${alias}.${quote(field)}`;
}

/**
 * SQL that is true for the record whose `id` is the uuid `id`; a packed id is found by the columns it
 * was packed from. With another `field`, for the records that are parts of the one with that id.
 */
export function hasId(resource: ResourceDescription, id: string, alias = 'r', field = 'id'): string {
  const { parentKey, packedId } = resource;
  if (!parentKey || !packedId) return `${columnOf(resource, field, alias)} = ${id}`;
  const { instant, part } = packedId;
  const whole = part && field === 'id' ? `almagest_masked(${id}, ${alias}.${quote(part.column)})` : id;
  const key = `${alias}.${quote(parentKey.column)}`;
  const at = `${alias}.${quote(instant)}`;
  return `(${key} = almagest_point_series(${whole}) AND ${at} = almagest_point_instant(${whole}) AND ${packedIdOf(key, at)} = ${whole})`;
}

const packedIdOf = (key: string, instant: string): string => `almagest_point_id(${key}, ${instant})`;

/** The text that a record is known by: its identifier, else its id. */
export const nameSql = (resource: ResourceDescription, alias = 'r'): string =>
  resource.identifiedBy === null
    ? `${columnOf(resource, 'id', alias)}::text`
    : columnOf(resource, resource.identifiedBy, alias);

/** The same of an archived record; null for an active one. */
export const archivedNameSql = (resource: ResourceDescription, alias = 'r'): string =>
  resource.archivable
    ? `CASE WHEN ${columnOf(resource, ARCHIVED_AT, alias)} IS NOT NULL THEN ${nameSql(resource, alias)} END`
    : 'NULL::text';

/** The canonical text of a custom field, null when it is not set. */
export function customOf(resource: ResourceDescription, key: string, alias = 'r'): string {
  if (!resource.customFields) throw new Error(`Resource ${resource.name} has no custom fields.`);
  return `(${alias}.${quote(resource.customFields.column)} ->> ${literal(key)})`;
}

/**
 * The fields that are columns of the resource's own table, in the order of its description: all but
 * those of the parent key.
 */
export function ownFields({ fields, parentKey }: ResourceDescription): string[] {
  return [...fields.keys()].filter(
    (name) => !parentKey?.fields.includes(name) && name !== parentKey?.directField,
  );
}

/**
 * SELECT list of a record: every field of the description and of the system as canonical text, custom
 * fields as an object.
 */
export function recordColumnsSql(resource: ResourceDescription, alias = 'r'): string {
  const fields = [...systemFieldsOf(resource), ...resource.fields].map(
    ([name, { kind }]) => `${kind.print(columnOf(resource, name, alias))} AS ${quote(name)}`,
  );
  const { customFields } = resource;
  const custom = customFields ? [`${alias}.${quote(customFields.column)} AS ${quote(customFields.key)}`] : [];
  return [...fields, ...custom].join(', ');
}
