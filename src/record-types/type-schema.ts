import { type JsonSchema, orNull } from '../catalog/openapi/json-schema';
import { answerSchema } from '../catalog/openapi/record-schema';
import { DATA_TYPES } from '../catalog/record-type';
import type { ResourceDescription } from '../catalog/resource';
import type { JsonObject } from '../formats/json/json-value';
import { resourceLabels } from '../records/records-docs';
import { typeFieldsResource } from './type-fields-resource';

/** Schema of a type with its fields in an answer. */
export function typeAnswerSchema(types: ResourceDescription): JsonSchema {
  const schema = answerSchema(types);
  const fields: JsonSchema = {
    type: 'array',
    description: 'Custom fields in display order.',
    items: { title: `${resourceLabels(types).one}Field`, ...fieldAnswerSchema(typeFieldsResource(types)) },
  };
  return {
    ...schema,
    properties: { ...schema.properties, fields },
    required: [...(schema.required ?? []), 'fields'],
  };
}

/** Schema of the body that creates a type: an answer is one as well, and what only Almagest sets is ignored. */
export function typeBodySchema(schema: JsonSchema): JsonSchema {
  return { ...schema, properties: { ...schema.properties, fields: FIELDS }, additionalProperties: true };
}

const flag = (description: string, example: boolean): JsonSchema => ({
  type: 'boolean',
  nullable: true,
  description,
  example,
});

const FIELDS: JsonSchema = {
  type: 'array',
  description: 'Custom fields; everything but the key has a default.',
  items: {
    type: 'object',
    required: ['field_key'],
    properties: {
      field_key: {
        type: 'string',
        pattern: '^[a-z][a-z0-9_]{0,62}$',
        description: 'Key in `field_values`, in files and in filters; it never changes.',
        example: 'isin',
      },
      field_label: {
        type: 'string',
        nullable: true,
        description: 'Label to show; the key by default.',
        example: 'ISIN',
      },
      data_type: {
        type: 'string',
        enum: [...DATA_TYPES],
        description: 'What the field holds; `text` by default.',
        example: 'text',
      },
      is_required: flag('Required when a record is created, and never null; false by default.', true),
      has_default: flag(
        'A record that is created without the field gets the default; false by default.',
        false,
      ),
      default_value: {
        ...orNull({ oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] }),
        description: 'The default, as a string or a native value of the data type.',
        example: null,
      },
      allow_null: flag('Null may be given; true by default.', true),
      display_order: {
        type: 'integer',
        nullable: true,
        description: 'Position among the fields, ties by key; the next one by default.',
        example: 1,
      },
    },
  },
  example: [{ field_key: 'isin', field_label: 'ISIN', data_type: 'text', is_required: true }],
};

/** A field of a type as the API returns it: its position is a number, all else is as for any record. */
export function fieldAnswer(answer: JsonObject): JsonObject {
  return { ...answer, display_order: Number(answer['display_order']) };
}

/** Schema of `fieldAnswer`. */
export function fieldAnswerSchema(fields: ResourceDescription): JsonSchema {
  const schema = answerSchema(fields);
  const order: JsonSchema = { ...schema.properties?.['display_order'], type: 'integer', example: 1 };
  delete order.format;
  return { ...schema, properties: { ...schema.properties, display_order: order } };
}
