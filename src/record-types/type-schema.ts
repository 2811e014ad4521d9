import { answerSchema } from '../catalog/openapi/record-schema';
import type { JsonSchema } from '../catalog/openapi/json-schema';
import { orNull } from '../catalog/openapi/or-null';
import { DATA_TYPES } from '../catalog/record-type';
import type { ResourceDescription } from '../catalog/resource';
import { fieldAnswerSchema } from './field-answer';
import { typeFieldsResource } from './type-fields-resource';

/** Schema of a type with its fields in an answer. */
export function typeAnswerSchema(types: ResourceDescription): JsonSchema {
  const schema = answerSchema(types);
  const fields: JsonSchema = {
    type: 'array',
    description: 'Custom fields in display order.',
    items: fieldAnswerSchema(typeFieldsResource(types)),
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

const flag = (description: string): JsonSchema => ({ type: 'boolean', nullable: true, description });

const FIELDS: JsonSchema = {
  type: 'array',
  description: 'Custom fields; everything but the key has a default.',
  items: {
    type: 'object',
    required: ['field_key'],
    properties: {
      field_key: { type: 'string', pattern: '^[a-z][a-z0-9_]{0,62}$' },
      field_label: { type: 'string', nullable: true, description: 'The key by default.' },
      data_type: { type: 'string', enum: [...DATA_TYPES], description: '`text` by default.' },
      is_required: flag('False by default.'),
      has_default: flag('False by default.'),
      default_value: orNull({ oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] }),
      allow_null: flag('True by default.'),
      display_order: { type: 'integer', nullable: true, description: 'The next one by default.' },
    },
  },
  example: [{ field_key: 'isin', field_label: 'ISIN', data_type: 'text', is_required: true }],
};
