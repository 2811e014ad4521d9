import type { ResourceDefinition } from '../../../src/console/resource-definition';
import type { TypeRecord } from '../resources/record';

/** A field to which a column of a file can be assigned. */
export interface Target {
  /** As `mapping` and `defaults` name it. */
  name: string;
  /** The label that people gave to a custom field; empty when there is none. */
  title: string;
  required: boolean;
  /** Part of the natural key: a file without it is rejected as a whole. */
  key: boolean;
}

const WRITTEN_BY_SERVER: readonly string[] = ['id', 'created_at', 'updated_at', 'archived_at'];

/**
 * What the columns of a file can feed: the fields of the resource, then the custom fields of its types. In a `nested`
 * format (JSON) the custom fields may also stand together under one key.
 */
export function targetsOf(
  resource: ResourceDefinition,
  types: readonly TypeRecord[],
  nested: boolean,
): Target[] {
  const core = resource.fields
    .filter(({ name }) => !WRITTEN_BY_SERVER.includes(name))
    .map(({ name, required }) => ({ name, title: '', required, key: resource.naturalKey.includes(name) }));
  const taken = new Set(resource.fields.map(({ name }) => name));
  const custom = new Map<string, Target>();
  for (const { field_key, field_label } of types.flatMap(({ fields }) => fields)) {
    const name = taken.has(field_key) ? `field.${field_key}` : field_key;
    const title = field_label === field_key ? '' : field_label;
    if (!custom.has(name)) custom.set(name, { name, title, required: false, key: false });
  }
  const together = nested && resource.customFields ? [resource.customFields.key] : [];
  const groups = together.map((name) => ({ name, title: 'custom fields', required: false, key: false }));
  return [...core, ...custom.values(), ...groups];
}
