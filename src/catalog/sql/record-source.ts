import type { ResourceDescription } from '../resource';
import { SYSTEM_FIELDS } from '../system-fields';
import { literal, quote } from './identifiers';

/** Columns that every table of records has, beside the fields of its description. */
const SYSTEM_COLUMNS: readonly string[] = ['workspace_id', ...Object.keys(SYSTEM_FIELDS)];

/** What stands behind FROM to read the records of a resource under `alias`. */
export function fromRecords(resource: ResourceDescription, alias = 'r'): string {
  return `${quote(resource.table)} ${alias}`;
}

/** The stored, typed value of a field of the description or of the system (`id`, `archived_at`, …). */
export function columnOf(resource: ResourceDescription, field: string, alias = 'r'): string {
  if (!resource.fields.has(field) && !SYSTEM_COLUMNS.includes(field)) {
    throw new Error(`Resource ${resource.name} has no field ${field}.`);
  }
  return `${alias}.${quote(field)}`;
}

/** The canonical text of a custom field, null when it is not set. */
export function customOf(resource: ResourceDescription, key: string, alias = 'r'): string {
  if (!resource.customFields) throw new Error(`Resource ${resource.name} has no custom fields.`);
  return `(${alias}.${quote(resource.customFields.column)} ->> ${literal(key)})`;
}
