import type { Field } from '../field';
import { fieldOf, ARCHIVED_AT, systemFieldsOf } from '../resource-fields';
import type { ResourceDescription } from '../resource';
import { joinRecord } from '../sql/join-record-sql';
import { columnOf, customOf } from '../sql/record-source';
import { cast, type FilterContext, inOrder, isOfTypes } from './filter-sql';
import type { SortKey } from './read-sort';
import { isInWorkspace, type SqlParams } from '../sql/sql-text';

/** One expression by which records are ordered, nulls last in both directions. */
export interface SortTerm {
  /** Typed, to order and compare by. */
  readonly sql: string;
  /** The same as canonical text, for a cursor. */
  readonly text: string;
  /** How a text of a cursor is read, before a cast sees it. */
  readonly field: Field;
  readonly descending: boolean;
  readonly nullable: boolean;
  /** The join that `sql` needs in FROM. */
  readonly join: string;
}

/**
 * The order of a list: the keys given, then the id; without keys the natural key, which names one
 * record alone.
 */
export function sortTerms(keys: readonly SortKey[], context: FilterContext): SortTerm[] {
  const { resource } = context;
  if (keys.length === 0) return resource.naturalKey.map((name, at) => coreTerm(context, name, false, at));
  const terms = keys.map((key, at) =>
    key.field.scope === 'core'
      ? coreTerm(context, key.field.name, key.descending, at)
      : customTerm(context, key),
  );
  return [...terms, coreTerm(context, 'id', false, keys.length)];
}

/** The joins that the terms need in FROM. */
export const joinsOf = (terms: readonly SortTerm[]): string => terms.map(({ join }) => join).join(' ');

/** ORDER BY of the terms. */
export const orderSql = (terms: readonly SortTerm[]): string =>
  terms
    .map(
      ({ sql, descending, nullable }) => `${sql}${descending ? ' DESC' : ''}${nullable ? ' NULLS LAST' : ''}`,
    )
    .join(', ');

function coreTerm(context: FilterContext, name: string, descending: boolean, at: number): SortTerm {
  const { resource, alias } = context;
  const column = columnOf(resource, name, alias);
  const field = resource.fields.get(name) ?? systemFieldsOf(resource).get(name);
  if (!field) throw new Error(`Resource ${resource.name} has no field ${name} to sort by.`);
  const nullable = name === ARCHIVED_AT || (resource.fields.has(name) && !field.required);
  const target = field.target === null ? null : context.registry.get(field.target);
  if (target?.identifiedBy) {
    const sorted = `by_${at}`;
    const sql = columnOf(target, target.identifiedBy, sorted);
    return {
      sql: `${sql} COLLATE "C"`,
      text: sql,
      field: fieldOf(target, target.identifiedBy),
      descending,
      nullable,
      join: joinSql(context, target, column, sorted, nullable),
    };
  }
  return {
    sql: inOrder(field, column),
    text: field.kind.print(column),
    field,
    descending,
    nullable,
    join: '',
  };
}

/** References are ordered by the identifiers that users know them by. */
function joinSql(
  { workspace, oneByOne }: FilterContext,
  target: ResourceDescription,
  column: string,
  alias: string,
  nullable: boolean,
): string {
  const isNamed = `${isInWorkspace(columnOf(target, 'workspace_id', alias), workspace)} AND ${columnOf(target, 'id', alias)} = ${column}`;
  return joinRecord(
    nullable ? 'LEFT JOIN' : 'JOIN',
    oneByOne ? 'looked up' : 'planned',
    target,
    alias,
    isNamed,
  );
}

function customTerm(context: FilterContext, { field, descending }: SortKey): SortTerm {
  const [variant] = field.scope === 'custom' ? field.variants : [];
  if (!variant) throw new Error(`${field.name} is not a custom field that can be sorted by.`);
  const stored = customOf(context.resource, field.name, context.alias);
  const text = `CASE WHEN ${isOfTypes(context, variant)} THEN ${stored} END`;
  const typed = `(CASE WHEN ${isOfTypes(context, variant)} THEN ${cast(variant, stored)} END)`;
  return {
    sql: inOrder(variant.field, typed),
    text,
    field: variant.field,
    descending,
    nullable: true,
    join: '',
  };
}

/**
 * SQL that is true for the records after the one whose sort values are `values` (canonical texts or
 * null, one per term). Keyset paging: a record that keeps its position is neither lost nor repeated
 * while others are written.
 */
export function afterSql(
  terms: readonly SortTerm[],
  values: readonly (string | null)[],
  params: SqlParams,
): string {
  const typed = terms.map((term, at) => {
    const value = values[at] ?? null;
    return value === null ? null : `${params.add(value)}::${term.field.kind.compareType}`;
  });
  if (
    terms.every(({ descending, nullable }) => !descending && !nullable) &&
    typed.every((value) => value !== null)
  ) {
    const after = `(${terms.map(({ sql }) => sql).join(', ')}) > (${typed.join(', ')})`;
    // A row comparison over several tables cannot use an index; the condition on the first term can.
    return terms.length === 1 ? after : `(${terms[0]?.sql ?? ''} >= ${typed[0] ?? ''} AND ${after})`;
  }
  const steps = terms.flatMap((term, at) => {
    const after = isAfter(term, typed[at] ?? null);
    if (after === null) return [];
    const same = terms.slice(0, at).map((earlier, index) => isSame(earlier, typed[index] ?? null));
    return [`(${[...same, after].join(' AND ')})`];
  });
  return steps.length === 0 ? 'false' : `(${steps.join(' OR ')})`;
}

/** Null when no value comes after: nulls are last. */
function isAfter({ sql, descending, nullable }: SortTerm, value: string | null): string | null {
  if (value === null) return null;
  const after = `${sql} ${descending ? '<' : '>'} ${value}`;
  return nullable ? `(${after} OR ${sql} IS NULL)` : after;
}

const isSame = ({ sql }: SortTerm, value: string | null): string =>
  value === null ? `${sql} IS NULL` : `${sql} = ${value}`;
