import type { Field } from '../field';

/** Every operator of the filter language (CONTRACT 1). */
export const FILTER_OPS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'not_in', 'like', 'is_null'] as const;
export type FilterOp = (typeof FILTER_OPS)[number];

const EQUALITY: readonly FilterOp[] = ['eq', 'ne', 'in', 'not_in', 'is_null'];
const ORDERED: readonly FilterOp[] = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'not_in', 'is_null'];

/** The operators that make sense for the values of a field. */
export function opsOf({ kind }: Field): readonly FilterOp[] {
  switch (kind.pgType) {
    case 'text':
      return FILTER_OPS;
    case 'json':
      return ['is_null'];
    case 'uuid':
    case 'boolean':
      return EQUALITY;
    default:
      return ORDERED;
  }
}
