import type { Field } from '../field';
import type { FilterValue } from './filter';
import type { FilterContext } from './filter-context';
import type { FilterOp } from './filter-ops';
import { referencesSql, refersTo } from './references-sql';

const COMPARISONS: Partial<Record<FilterOp, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

/**
 * A boolean SQL expression: does the value `sql` of `field` stand in the relation `op` to `value`? `sql` has the type in
 * which the field is compared. A record without a value matches `ne`, `not_in`, and what asks for null.
 */
export function conditionSql(
  context: FilterContext,
  field: Field,
  sql: string,
  op: FilterOp,
  value: FilterValue,
): string {
  if (op === 'is_null') return `${sql} IS ${value === true ? '' : 'NOT '}NULL`;
  if (op === 'like')
    return `${sql} COLLATE "default" ILIKE ${context.params.add(pattern(String(value)))}::text`;
  if (value === null) return `${sql} IS ${op === 'eq' ? '' : 'NOT '}NULL`;
  if (op === 'in' || op === 'eq') {
    if (field.target !== null) return refersTo(context, sql, field.target, textsOf(value));
    return `${sql} = ANY (${valuesSql(context, field, value)})`;
  }
  if (op === 'not_in' || op === 'ne') {
    return `(${sql} IS NULL OR ${sql} <> ALL (${valuesSql(context, field, value)}))`;
  }
  return `${inOrder(field, sql)} ${COMPARISONS[op] ?? ''} ${context.params.add(String(value))}::${field.kind.compareType}`;
}

/** Text is ordered by its code points, whatever the collation of the database. */
export const inOrder = (field: Field, sql: string): string =>
  field.kind.compareType === 'text' ? `${sql} COLLATE "C"` : sql;

/** SQL of the array of values that the field is compared with. */
function valuesSql(context: FilterContext, field: Field, value: FilterValue): string {
  const texts = textsOf(value);
  if (field.target !== null) return referencesSql(context, field.target, texts);
  return `${context.params.add(texts)}::${field.kind.compareType}[]`;
}

const textsOf = (value: FilterValue): readonly string[] =>
  typeof value === 'object' && value !== null ? value : [String(value)];

/** A substring for LIKE: its own wildcards stand for themselves. */
const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
