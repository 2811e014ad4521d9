import { fieldOf, ARCHIVED_AT } from '../resource-fields';
import type { RecordType } from '../record-type';
import type { ResourceDescription } from '../resource';

/** One column of a file: a field of the description or of the system, or a custom field. */
export interface ExportColumn {
  readonly from: 'field' | 'custom';
  /** Name of the field, or key of the custom field. */
  readonly name: string;
  /** Its name in the header. */
  readonly header: string;
}

/**
 * Fields of a resource in the order of its files: JSON objects come after the custom fields
 * (docs/contract.md 4.3). A direct reference to the parent is left out, because the fields of the
 * parent are columns themselves.
 */
export function fieldOrder(resource: ResourceDescription): { before: string[]; after: string[] } {
  const isObject = (name: string): boolean => fieldOf(resource, name).kind.pgType === 'json';
  const names = [...resource.fields.keys()].filter((name) => name !== resource.parentKey?.directField);
  return { before: names.filter((name) => !isObject(name)), after: names.filter(isObject) };
}

/**
 * The columns of a CSV file: core fields, the custom fields of every type that occurs (each key once),
 * JSON objects, and `archived_at` last. A custom field whose key is the name of another column is
 * written `field.<key>`.
 */
export function exportColumns(
  resource: ResourceDescription,
  types: readonly RecordType[],
  includeArchived: boolean,
): ExportColumn[] {
  const { before, after } = fieldOrder(resource);
  const field = (name: string): ExportColumn => ({ from: 'field', name, header: name });
  const taken = new Set([...before, ...after, ARCHIVED_AT, 'id']); // the names that import takes for fields of its own
  const custom = (key: string): ExportColumn => ({
    from: 'custom',
    name: key,
    header: taken.has(key) ? `field.${key}` : key,
  });
  const keys = new Set(types.flatMap(({ fields }) => fields.map(({ key }) => key)));
  return [
    ...before.map(field),
    ...[...keys].map(custom),
    ...after.map(field),
    ...(includeArchived ? [field(ARCHIVED_AT)] : []),
  ];
}
