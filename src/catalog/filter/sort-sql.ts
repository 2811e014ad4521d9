import type { Field } from '../field';
import type { ResourceDescription } from '../resource';
import { columnOf, customOf, fromRecords } from '../sql/record-source';
import { SYSTEM_FIELDS } from '../system-fields';
import { inOrder } from './condition-sql';
import type { FilterContext } from './filter-context';
import { cast, isOfTypes } from './filter-sql';
import type { SortKey } from './read-sort';

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
}

const ALIAS = 'sorted_by';

/** The order of a list: the keys given, then the id; without keys the natural key, which names one record alone. */
export function sortTerms(keys: readonly SortKey[], context: FilterContext): SortTerm[] {
  const { resource } = context;
  if (keys.length === 0) return resource.naturalKey.map((name) => coreTerm(context, name, false));
  const terms = keys.map((key) =>
    key.field.scope === 'core' ? coreTerm(context, key.field.name, key.descending) : customTerm(context, key),
  );
  const id: SortTerm = {
    sql: columnOf(resource, 'id', context.alias),
    text: `${columnOf(resource, 'id', context.alias)}::text`,
    field: SYSTEM_FIELDS.id,
    descending: false,
    nullable: false,
  };
  return [...terms, id];
}

/** ORDER BY of the terms. */
export const orderSql = (terms: readonly SortTerm[]): string =>
  terms.map(({ sql, descending, nullable }) => `${sql}${descending ? ' DESC' : ''}${nullable || descending ? ' NULLS LAST' : ''}`).join(', ');

function coreTerm(context: FilterContext, name: string, descending: boolean): SortTerm {
  const { resource, alias } = context;
  const column = columnOf(resource, name, alias);
  const field = resource.fields.get(name) ?? systemField(name);
  const nullable = name === 'archived_at' || (resource.fields.has(name) && !field.required);
  const target = field.target === null ? null : context.registry.get(field.target);
  if (target?.identifiedBy) {
    const sql = identifierSql(target, target.identifiedBy, column);
    return { sql, text: sql, field: target.fields.get(target.identifiedBy) ?? field, descending, nullable };
  }
  return { sql: inOrder(field, column), text: field.kind.print(column), field, descending, nullable };
}

function systemField(name: string): Field {
  const found = Object.entries(SYSTEM_FIELDS).find(([system]) => system === name);
  if (!found) throw new Error(`There is no field ${name} to sort by.`);
  return found[1];
}

/** References are ordered by the identifiers that users know them by. */
function identifierSql(target: ResourceDescription, identifiedBy: string, column: string): string {
  return `(SELECT ${columnOf(target, identifiedBy, ALIAS)} FROM ${fromRecords(target, ALIAS)}
    WHERE ${columnOf(target, 'id', ALIAS)} = ${column}) COLLATE "C"`;
}

function customTerm(context: FilterContext, { field, descending }: SortKey): SortTerm {
  const [variant] = field.scope === 'custom' ? field.variants : [];
  if (!variant) throw new Error(`${field.name} is not a custom field that can be sorted by.`);
  const stored = customOf(context.resource, field.name, context.alias);
  const text = `CASE WHEN ${isOfTypes(context, variant)} THEN ${stored} END`;
  const typed = `(CASE WHEN ${isOfTypes(context, variant)} THEN ${cast(variant, stored)} END)`;
  return { sql: inOrder(variant.field, typed), text, field: variant.field, descending, nullable: true };
}
