import type { Field } from '../field';
import type { FilterOp } from './filter-ops';

/** A custom field as the types of a workspace have it: one entry for each data type under which the key occurs. */
export interface CustomVariant {
  readonly field: Field;
  readonly typeIds: readonly string[];
}

/** What a condition or a sort looks at. */
export type FilterField =
  | { readonly scope: 'core'; readonly name: string; readonly field: Field }
  | { readonly scope: 'custom'; readonly name: string; readonly variants: readonly CustomVariant[] };

/** A canonical text or null, a list of texts, or the boolean of `is_null`. */
export type FilterValue = string | null | boolean | readonly string[];

/** One `{field, op, value}`. A custom field has a value for each of its variants; undefined: that data type cannot have it. */
export interface Condition {
  readonly field: FilterField;
  readonly op: FilterOp;
  readonly values: readonly (FilterValue | undefined)[];
}

/** A read filter: all of `all` hold, and one of each list of `any`. */
export interface Group {
  readonly all: readonly Filter[];
  /** Null: the group has no `or`. */
  readonly any: readonly Filter[] | null;
}

export type Filter = Group | Condition;

export const isCondition = (filter: Filter): filter is Condition => 'op' in filter;
