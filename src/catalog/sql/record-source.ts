import type { ResourceDescription } from '../resource';
import { SYSTEM_FIELDS } from '../system-fields';
import { literal, quote } from './identifiers';

/** Columns that every table of records has, beside the fields of its description. */
const SYSTEM_COLUMNS: readonly string[] = ['workspace_id', ...Object.keys(SYSTEM_FIELDS)];

/** What stands behind FROM to read the records of a resource under `alias`. */
export function fromRecords(resource: ResourceDescription, alias = 'r'): string {
  const { through, table } = resource;
  if (!through) return `${quote(table)} ${alias}`;
  return `${quote(table)} ${alias} JOIN ${quote(through.table)} ${alias}_t ON ${alias}_t.id = ${alias}.${quote(through.column)}`;
}

/** The stored, typed value of a field of the description or of the system (`id`, `archived_at`, …). */
export function columnOf(resource: ResourceDescription, field: string, alias = 'r'): string {
  const { through, packedId } = resource;
  if (!resource.fields.has(field) && !SYSTEM_COLUMNS.includes(field)) {
    throw new Error(`Resource ${resource.name} has no field ${field}.`);
  }
  if (through?.fields.includes(field)) return `${alias}_t.${quote(field)}`;
  if (through && field === through.as) return `${alias}.${quote(through.column)}`;
  if (through && packedId) {
    if (field === 'workspace_id') return `${alias}_t.workspace_id`;
    if (field === 'id')
      return packedIdOf(`${alias}.${quote(through.column)}`, `${alias}.${quote(packedId.instant)}`);
  }
  return `${alias}.${quote(field)}`;
}

/** SQL that is true for the record whose id is `id`, a uuid; a packed id is found by the columns it was packed from. */
export function hasId(resource: ResourceDescription, id: string, alias = 'r'): string {
  const { through, packedId } = resource;
  if (!through || !packedId) return `${columnOf(resource, 'id', alias)} = ${id}`;
  const key = `${alias}.${quote(through.column)}`;
  const instant = `${alias}.${quote(packedId.instant)}`;
  return `(${key} = almagest_point_series(${id}) AND ${instant} = almagest_point_instant(${id}) AND ${packedIdOf(key, instant)} = ${id})`;
}

const packedIdOf = (key: string, instant: string): string => `almagest_point_id(${key}, ${instant})`;

/** The canonical text of a custom field, null when it is not set. */
export function customOf(resource: ResourceDescription, key: string, alias = 'r'): string {
  if (!resource.customFields) throw new Error(`Resource ${resource.name} has no custom fields.`);
  return `(${alias}.${quote(resource.customFields.column)} ->> ${literal(key)})`;
}

/**
 * The fields that the table of a resource holds itself, in the order of its description: all but those that stand behind
 * the key of `through`.
 */
export function ownFields({ fields, through }: ResourceDescription): string[] {
  return [...fields.keys()].filter((name) => !through?.fields.includes(name) && name !== through?.as);
}
