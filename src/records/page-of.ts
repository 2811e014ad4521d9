import type { JsonSchema } from '../catalog/openapi/json-schema';

/** Schema of a page of records. */
export function pageOf(items: JsonSchema): JsonSchema {
  const cursor: JsonSchema = {
    type: 'string',
    nullable: true,
    example: 'WyJ2MSIsImJocC5heCJd',
    description: 'Give it as `after` for the next page; null at the end.',
  };
  const meta: JsonSchema = {
    type: 'object',
    description: 'Where the next page begins.',
    required: ['next_cursor', 'has_more'],
    properties: {
      next_cursor: cursor,
      has_more: { type: 'boolean', description: 'Whether there is a next page.', example: true },
    },
  };
  const data: JsonSchema = { type: 'array', description: 'The records of this page.', items };
  return { type: 'object', required: ['data', 'meta'], properties: { data, meta } };
}
