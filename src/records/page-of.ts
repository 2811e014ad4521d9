import type { JsonSchema } from '../catalog/openapi/json-schema';

/** Schema of a page of records. */
export function pageOf(items: JsonSchema): JsonSchema {
  const cursor: JsonSchema = {
    type: 'string',
    nullable: true,
    description: 'Give it as `after` for the next page; null at the end.',
  };
  const meta: JsonSchema = {
    type: 'object',
    required: ['next_cursor', 'has_more'],
    properties: {
      next_cursor: cursor,
      has_more: { type: 'boolean', description: 'Whether there is a next page.' },
    },
  };
  return { type: 'object', required: ['data', 'meta'], properties: { data: { type: 'array', items }, meta } };
}
