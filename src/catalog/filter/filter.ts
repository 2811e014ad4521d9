import type { Field } from '../field';
import { ARCHIVED_AT } from '../resource-fields';

/** Every operator of the filter language (docs/contract.md 1.4). */
export const FILTER_OPS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'not_in', 'like', 'is_null'] as const;
export type FilterOp = (typeof FILTER_OPS)[number];

/**
 * A custom field as the types of a workspace have it: one entry for each data type under which the key
 * occurs.
 */
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

/**
 * One `{field, op, value}`. A custom field has a value for each of its variants; undefined: that data
 * type cannot have it.
 */
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

/**
 * One thing that is wrong in a filter or a sort; `pointer` is a JSON pointer from the root of what was
 * read.
 */
export interface FilterIssue {
  pointer: string;
  code: string;
  message: string;
}

/** A filter or a sort with errors. It is read to its end, so that all errors are reported at once. */
export class FilterError extends Error {
  constructor(readonly errors: readonly FilterIssue[]) {
    super(errors[0]?.message ?? 'The filter is malformed.');
  }
}

/** The parts of a filter that must all hold: those on certain fields only, and the others. */
export interface SplitFilter {
  readonly about: readonly Filter[];
  readonly others: readonly Filter[];
}

/** Splits `filter` into parts that together mean the same: those on `fields` only, and the others. */
export function splitFilter(filter: Filter, fields: readonly string[]): SplitFilter {
  const parts = partsOf(filter);
  return {
    about: parts.filter((part) => isAbout(part, fields)),
    others: parts.filter((part) => !isAbout(part, fields)),
  };
}

function partsOf(filter: Filter): Filter[] {
  if (isCondition(filter)) return [filter];
  const any: Filter[] = filter.any === null ? [] : [{ all: [], any: filter.any }];
  return [...filter.all.flatMap(partsOf), ...any];
}

function isAbout(filter: Filter, fields: readonly string[]): boolean {
  if (isCondition(filter)) return filter.field.scope === 'core' && fields.includes(filter.field.name);
  return [...filter.all, ...(filter.any ?? [])].every((member) => isAbout(member, fields));
}

/**
 * True when a condition is on `archived_at`: the filter then decides itself whether archived records
 * count.
 */
export function namesArchivedAt(filter: Filter): boolean {
  if (isCondition(filter)) return filter.field.scope === 'core' && filter.field.name === ARCHIVED_AT;
  return [...filter.all, ...(filter.any ?? [])].some(namesArchivedAt);
}
