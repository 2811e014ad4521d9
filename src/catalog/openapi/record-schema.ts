import { parseJson } from '../../formats/json/parse-json';
import {
  FIELD_SNAPSHOT,
  immutableFieldNames,
  ARCHIVED_AT,
  SYSTEM_FIELDS,
  systemFieldsOf,
} from '../resource-fields';
import type { Field } from '../field';
import type { CustomFieldStorage, ResourceDescription } from '../resource';
import { type JsonSchema, orNull } from './json-schema';

const EXAMPLE_DEPTH = 32;

/** Schema of a record in a response. */
export function answerSchema(resource: ResourceDescription): JsonSchema {
  const properties: Record<string, JsonSchema> = { id: fieldSchema(SYSTEM_FIELDS.id, 'out', false) };
  for (const [name, field] of resource.fields) properties[name] = fieldSchema(field, 'out', !field.required);
  if (resource.customFields) {
    const { key, form } = resource.customFields;
    properties[key] = customSchema(resource.customFields, 'out', 'All fields of the type, null where unset.');
    if (form === 'object')
      properties[FIELD_SNAPSHOT] = customSchema(resource.customFields, 'out', `The same as ${key}.`);
  }
  for (const [name, field] of systemFieldsOf(resource)) {
    if (name !== 'id') properties[name] = fieldSchema(field, 'out', name === ARCHIVED_AT);
  }
  return { type: 'object', properties, required: Object.keys(properties) };
}

/** Schema of the body that creates a record. */
export function createSchema(resource: ResourceDescription): JsonSchema {
  const required = [...resource.fields].filter(([, field]) => field.required).map(([name]) => name);
  return { ...bodySchema(resource, []), ...(required.length > 0 && { required }) };
}

/** Schema of the body that changes a record: an absent field stays as it is, null clears. */
export function patchSchema(resource: ResourceDescription): JsonSchema {
  return bodySchema(resource, immutableFieldNames(resource));
}

function bodySchema(resource: ResourceDescription, without: readonly string[]): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const [name, field] of resource.fields) {
    if (!without.includes(name)) properties[name] = fieldSchema(field, 'in', !field.required);
  }
  if (resource.customFields) {
    const describe =
      'Custom fields of the type, as strings or native values; merged key by key, null clears.';
    properties[resource.customFields.key] = customSchema(resource.customFields, 'in', describe);
  }
  return { type: 'object', properties, additionalProperties: false };
}

function fieldSchema(field: Field, direction: 'in' | 'out', nullable: boolean): JsonSchema {
  const schema = field.kind.schema(direction, field);
  return {
    ...(nullable ? orNull(schema) : schema),
    description: field.describe,
    example: exampleOf(field, direction),
  };
}

/** The example of a field. The resource definition has it as a file would have it. */
function exampleOf(field: Field, direction: 'in' | 'out'): unknown {
  if (field.kind.pgType === 'boolean') return field.example === 'true';
  if (field.kind.pgType === 'json') return parseJson(field.example, { depth: EXAMPLE_DEPTH });
  return field.target !== null && direction === 'out' ? SYSTEM_FIELDS.id.example : field.example;
}

function customSchema(
  { form }: CustomFieldStorage,
  direction: 'in' | 'out',
  description: string,
): JsonSchema {
  const text: JsonSchema = { type: 'string', nullable: true };
  const native = orNull({ oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] });
  const value = direction === 'out' ? text : native;
  if (form === 'object') {
    return { type: 'object', description, additionalProperties: value, example: { isin: 'AU000000BHP4' } };
  }
  const items: JsonSchema = {
    type: 'object',
    required: ['field_key', 'value'],
    properties: {
      field_key: { type: 'string', description: 'Key of a field of the series.', example: 'open' },
      value: { ...value, description: 'Its value; null: none.', example: '45.10' },
    },
  };
  return { type: 'array', description, items, example: [{ field_key: 'open', value: '45.10' }] };
}
