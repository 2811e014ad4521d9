import type { ResourceRegistry } from '../registry';
import type { PackedPart, ResourceDescription } from '../resource';
import { isInWorkspace, quote, type SqlParams } from '../sql/sql-text';
import { columnOf, customOf, fromRecords, hasId } from '../sql/record-source';
import {
  type Condition,
  type CustomVariant,
  type Filter,
  type FilterOp,
  type FilterValue,
  isCondition,
} from './filter';
import type { Field } from '../field';
import { isUuidForm } from '../../formats/uuid-form';

/** What the SQL of a filter or a sort is built into. */
export interface FilterContext {
  readonly resource: ResourceDescription;
  readonly registry: ResourceRegistry;
  /** Placeholder of the workspace, such as `$1`. */
  readonly workspace: string;
  readonly params: SqlParams;
  /** Alias of the records; `r` by default. */
  readonly alias?: string;
  /** The records are few: their references are looked up row by row. */
  readonly oneByOne?: boolean;
}

/**
 * A boolean SQL expression that is true for the records that pass `filter`; user input goes into
 * `context.params` only.
 */
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

/**
 * SQL that is true for records of the types of a variant. Their texts are cast only after this
 * condition.
 */
export function isOfTypes({ resource, params, alias }: FilterContext, { typeIds }: CustomVariant): string {
  const typeField = resource.customFields?.typeField ?? '';
  return `${columnOf(resource, typeField, alias)} = ANY (${params.add(typeIds)}::uuid[])`;
}

/** The stored canonical text in the type in which it is compared. */
export function cast({ field }: CustomVariant, stored: string): string {
  return field.kind.compareType === 'text' ? stored : `${stored}::${field.kind.compareType}`;
}

/**
 * A value whose data type does not support the operator or the other value: it is unequal, and nothing
 * else.
 */
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

const COMPARISONS: Partial<Record<FilterOp, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

/**
 * A boolean SQL expression that compares the value `sql` of `field` by `op` with `value`. `sql` has
 * the type in which the field is compared. A record without a value matches `ne`, `not_in` and
 * comparisons with null.
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

/** A substring for LIKE, with its wildcards escaped. */
const pattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/**
 * Whether `field` identifies single records, or the few parts of one record: it is looked up, never
 * compared.
 */
export const isNaming = ({ packedId }: ResourceDescription, field: string): boolean =>
  field === 'id' || field === packedId?.part?.of;

/**
 * SQL that is true for the records that `texts` (UUIDs and identifiers) name by `field`, for which
 * `isNaming` holds.
 */
export function namedSql(context: FilterContext, texts: readonly string[], field = 'id'): string {
  const { resource, params, alias } = context;
  const { packedId } = resource;
  if (!packedId) {
    return `${columnOf(resource, 'id', alias)} = ANY (${referencesSql(context, resource.name, texts)})`;
  }
  // A packed id is looked up by the columns it was packed from; comparing it would read the whole table.
  const ids = texts.filter(isUuidForm);
  if (packedId.part && field === 'id') return namedParts(context, packedId.part, ids);
  const named = ids.map((id) => hasId(resource, `${params.add(id)}::uuid`, alias, field));
  return named.length === 0 ? 'false' : `(${named.join(' OR ')})`;
}

/**
 * An id does not contain its field, so it is tried with every field of the workspace; there are few.
 * OFFSET 0 computes the keys before the look-up: under row-level security an index cannot use a
 * function that is not leakproof.
 */
function namedParts(context: FilterContext, part: PackedPart, ids: readonly string[]): string {
  const { resource, params, workspace, alias = 'r' } = context;
  const given = `${params.add(ids)}::uuid[]`;
  const columns = [resource.parentKey?.column, resource.packedId?.instant, part.column].map(
    (column) => `${alias}.${quote(column ?? '')}`,
  );
  return `((${columns.join(', ')}) IN (
      SELECT almagest_point_series(m.id), almagest_point_instant(m.id), p.id
      FROM ${quote(part.table)} p CROSS JOIN unnest(${given}) AS w (id)
      CROSS JOIN LATERAL (SELECT almagest_masked(w.id, p.id) AS id) m WHERE ${isInWorkspace('p.workspace_id', workspace)} OFFSET 0)
    AND ${columnOf(resource, 'id', alias)} = ANY (${given}))`;
}

/**
 * True for a condition that lists records by their ids: then there are few, and each is found by
 * itself.
 */
export function namesRecords(resource: ResourceDescription, filter: Filter): boolean {
  if (!isCondition(filter)) return false;
  const { field, op, values } = filter;
  const lists = (op === 'eq' || op === 'in') && values[0] !== null;
  return lists && field.scope === 'core' && isNaming(resource, field.name);
}

const ALIAS = 'named';

/**
 * SQL of the ids that `texts` (UUIDs and identifiers) name in the workspace; what names nothing is not
 * among them.
 */
export function referencesSql(context: FilterContext, targetName: string, texts: readonly string[]): string {
  const { params } = context;
  const target = targetOf(context, targetName);
  const ids = `${params.add(texts.filter(isUuidForm))}::uuid[]`;
  const identifiers = texts.filter((text) => !isUuidForm(text));
  if (target.identifiedBy === null || identifiers.length === 0) return ids;
  return `${ids} || ARRAY(${selectIds(context, target)} = ANY (${params.add(identifiers)}::text[]))`;
}

/**
 * SQL that is true when the reference `sql` is one of those that `texts` name. A single one is
 * compared directly: the planner assumes ten values for an unknown list and may prefer to scan the
 * whole table.
 */
export function refersTo(
  context: FilterContext,
  sql: string,
  targetName: string,
  texts: readonly string[],
): string {
  const [one] = texts;
  if (texts.length !== 1 || one === undefined) {
    return `${sql} = ANY (${referencesSql(context, targetName, texts)})`;
  }
  if (isUuidForm(one)) return `${sql} = ${context.params.add(one)}::uuid`;
  const target = targetOf(context, targetName);
  if (target.identifiedBy === null) return 'false';
  return `${sql} = (${selectIds(context, target)} = ${context.params.add(one)}::text)`;
}

const targetOf = ({ registry, resource }: FilterContext, name: string): ResourceDescription =>
  name === resource.name ? resource : registry.get(name);

/** SELECT of the ids of a workspace, up to the identifier, which is still to be compared. */
function selectIds({ workspace }: FilterContext, target: ResourceDescription): string {
  return `SELECT ${columnOf(target, 'id', ALIAS)} FROM ${fromRecords(target, ALIAS)}
    WHERE ${isInWorkspace(columnOf(target, 'workspace_id', ALIAS), workspace)}
      AND ${columnOf(target, target.identifiedBy ?? 'id', ALIAS)}`;
}
