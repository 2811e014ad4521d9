import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { problem } from '../problem/problem.exception';

const DEFAULT = 50;
const MAX = 200;

/** The `limit` of a list: 50 when absent, at most 200. Throws 400 `invalid_request` for anything but a positive whole number. */
export function readLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT;
  if (!/^0*[1-9][0-9]*$/.test(text)) {
    const message = '"limit" must be a whole number from 1; more than 200 counts as 200.';
    throw problem(400, 'invalid_request', message, {
      errors: [{ pointer: '?limit', code: 'invalid_value', message }],
    });
  }
  return Math.min(Number(text), MAX);
}

/** One page of a list, as it is answered. */
export interface Page<T> {
  data: T[];
  meta: { next_cursor: string | null; has_more: boolean };
}

/**
 * The page out of `limit + 1` rows: the one too many says that there are more. `cursorOf` gives the cursor after a row.
 */
export function toPage<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => string): Page<T> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { data, meta: { next_cursor: hasMore ? cursorOf(last) : null, has_more: hasMore } };
}

const NEXT_CURSOR = {
  nullable: true,
  example: 'WyJ2MSIsIjQyIl0',
  description: 'Send it as `after` to get the next page; null on the last page.',
};
const HAS_MORE = { example: true, description: 'Whether there is a next page.' };

/** Where the next page of a list begins. */
export class PageMetaDto {
  @ApiProperty({ type: String, ...NEXT_CURSOR })
  next_cursor!: string | null;

  @ApiProperty(HAS_MORE)
  has_more!: boolean;
}

/** Schema of `meta` for pages whose items are described by a schema. */
export const PAGE_META = {
  type: 'object' as const,
  description: 'Where the next page begins.',
  required: ['next_cursor', 'has_more'],
  properties: {
    next_cursor: { type: 'string' as const, ...NEXT_CURSOR },
    has_more: { type: 'boolean' as const, ...HAS_MORE },
  },
};

/** Schema of a page of `Item`s, for `@ApiOkResponse({ schema: pageSchema(RobotDto) })`; the document must contain `Item`. */
export function pageSchema(Item: { name: string } & (new () => object)) {
  return {
    type: 'object',
    required: ['data', 'meta'],
    properties: {
      data: { type: 'array', description: 'The items of this page.', items: { $ref: getSchemaPath(Item) } },
      meta: PAGE_META,
    },
  };
}
