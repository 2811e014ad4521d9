import { getSchemaPath } from '@nestjs/swagger';

/** Schema of a page of `Item`s, for `@ApiOkResponse({ schema: pageSchema(RobotDto) })`; `Item` must stand in the document. */
export function pageSchema(Item: { name: string } & (new () => object)) {
  return {
    type: 'object',
    required: ['data', 'meta'],
    properties: {
      data: { type: 'array', description: 'The items of this page.', items: { $ref: getSchemaPath(Item) } },
      meta: {
        type: 'object',
        description: 'Where the next page begins.',
        required: ['next_cursor', 'has_more'],
        properties: {
          next_cursor: {
            type: 'string',
            nullable: true,
            example: 'WyJ2MSIsIjQyIl0',
            description: 'Give it as `after` for the next page; null at the end.',
          },
          has_more: { type: 'boolean', description: 'Whether there is a next page.', example: true },
        },
      },
    },
  };
}
