import type { ResourceDefinition } from '../../../src/console/resource-definition';
import type { TypeRecord } from '../resources/record';

/** A field that a filter can name. */
export interface FilterField {
  name: string;
  ops: readonly string[];
  /** `boolean`, `date`, `reference` …: decides the input of its value. */
  kind: string;
  values: readonly string[] | null;
  example: string;
}

/** The fields that a filter of the resource can name: its fields, and the custom fields of its types as `field.<key>`. */
export function filterFields(resource: ResourceDefinition, types: readonly TypeRecord[]): FilterField[] {
  const core = resource.fields.map(({ name, ops, kind, values, example }) => ({
    name,
    ops,
    kind,
    values,
    example,
  }));
  const custom = new Map<string, FilterField>();
  for (const { field_key, data_type } of types.flatMap(({ fields }) => fields)) {
    const name = `field.${field_key}`;
    const ops = resource.customFields?.ops[data_type] ?? [];
    if (!custom.has(name)) custom.set(name, { name, ops, kind: data_type, values: null, example: '' });
  }
  return [...core, ...custom.values()];
}
