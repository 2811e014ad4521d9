import { columnOf, customOf } from '../sql/record-source';
import { conditionSql } from './condition-sql';
import { isCondition, type Condition, type CustomVariant, type Filter, type FilterValue } from './filter';
import type { FilterContext } from './filter-context';
import type { FilterOp } from './filter-ops';
import { isNaming, namedSql } from './named-sql';

/** A boolean SQL expression that is true for the records that pass `filter`; user input stands in `context.params` only. */
export function filterSql(filter: Filter, context: FilterContext): string {
  if (isCondition(filter)) return `(${oneConditionSql(filter, context)})`;
  const all = filter.all.map((member) => filterSql(member, context));
  const any = filter.any?.map((member) => filterSql(member, context));
  if (any) all.push(any.length === 0 ? 'false' : `(${any.join(' OR ')})`);
  return all.length === 0 ? 'true' : `(${all.join(' AND ')})`;
}

function oneConditionSql({ field, op, values }: Condition, context: FilterContext): string {
  if (field.scope === 'core') {
    const [value = null] = values;
    if (isNaming(context.resource, field.name) && (op === 'eq' || op === 'in') && value !== null) {
      return namedSql(context, typeof value === 'object' ? value : [String(value)], field.name);
    }
    const column = columnOf(context.resource, field.name, context.alias);
    return conditionSql(context, field.field, column, op, value);
  }
  const stored = customOf(context.resource, field.name, context.alias);
  const cases = field.variants.map((variant, at) => {
    const value = values[at];
    const holds =
      value === undefined
        ? unlike(op)
        : conditionSql(context, variant.field, cast(variant, stored), op, value);
    return `WHEN ${isOfTypes(context, variant)} THEN ${holds}`;
  });
  const forNull = holdsForNull(
    op,
    values.find((value) => value !== undefined),
  );
  return `CASE ${cases.join(' ')} ELSE ${String(forNull)} END`;
}

/** SQL that is true for records of the types of a variant: behind it, and nowhere else, their texts are cast. */
export function isOfTypes({ resource, params, alias }: FilterContext, { typeIds }: CustomVariant): string {
  const typeField = resource.customFields?.typeField ?? '';
  return `${columnOf(resource, typeField, alias)} = ANY (${params.add(typeIds)}::uuid[])`;
}

/** The stored canonical text in the type in which it is compared. */
export function cast({ field }: CustomVariant, stored: string): string {
  return field.kind.compareType === 'text' ? stored : `${stored}::${field.kind.compareType}`;
}

/** A value whose data type cannot take the operator or the value compared with: it is unequal, and nothing else. */
function unlike(op: FilterOp): string {
  return String(op === 'ne' || op === 'not_in');
}

/** Records of a type without the field have no value under it. */
function holdsForNull(op: FilterOp, value: FilterValue | undefined): boolean {
  if (op === 'is_null') return value === true;
  if (op === 'eq') return value === null;
  if (op === 'ne') return value !== null;
  return op === 'not_in';
}
