import { fieldOf } from '../catalog/field-of';
import type { FilterContext } from '../catalog/filter/filter-context';
import { orderSql, sortTerms } from '../catalog/filter/sort-sql';
import { quote } from '../catalog/sql/identifiers';
import { columnOf } from '../catalog/sql/record-source';
import type { Sql } from '../database/sql';
import { textOf, type RecordRow } from './record-row';
import { newStatement, type RecordScope } from './record-scope';
import { inWorkspace, type Selection } from './selection';
import { isInWorkspace } from '../catalog/sql/workspace-sql';

/** A row of `through`, on which records hang. */
export interface Holder {
  readonly key: string;
  /** What it is ordered by: the identifiers of what it stands for. */
  readonly values: readonly string[];
}

/** Where a walk over holders goes on. */
export interface Place {
  readonly values: readonly (string | null)[];
  /** Whether a holder at this very place is among those that follow. */
  readonly included: boolean;
}

/** The first `count` holders behind `place` in the order of their identifiers, from the start when it is null. */
export async function findHolders(
  sql: Sql,
  scope: RecordScope,
  selection: Selection,
  place: Place | null,
  count: number,
): Promise<Holder[]> {
  const context = newStatement(scope);
  const { resource, params } = context;
  const { table = '', fields = [] } = resource.through ?? {};
  const terms = sortTerms([], context).slice(0, fields.length);
  const conditions = [inWorkspace(context), ...selection.through(context)];
  for (const name of fields) conditions.push(...ofTheKind(context, name));
  if (place !== null) {
    const values = terms.map(
      ({ field }, at) => `${params.add(place.values[at] ?? '')}::${field.kind.compareType}`,
    );
    const texts = terms.map((term) => term.sql).join(', ');
    // The comparison of rows finds no index over several tables; what it implies for the first term alone does.
    conditions.push(`${terms[0]?.sql ?? ''} >= ${values[0] ?? ''}`);
    conditions.push(`(${texts}) ${place.included ? '>=' : '>'} (${values.join(', ')})`);
  }
  const rows = await sql.query<RecordRow>(
    `SELECT r_t.id::text AS key, ${terms.map(({ text }, at) => `${text} AS v${at}`).join(', ')}
     FROM ${quote(table)} r_t ${terms.map(({ join }) => join).join(' ')}
     WHERE ${conditions.join(' AND ')} ORDER BY ${orderSql(terms)} LIMIT ${params.add(count)}::int`,
    params.values,
  );
  return rows.map((row) => ({
    key: textOf(row, 'key') ?? '',
    values: terms.map((_, at) => textOf(row, `v${at}`) ?? ''),
  }));
}

/** A resource may hang on some holders only: scalar values on scalar series. */
function ofTheKind({ resource, registry, params, workspace }: FilterContext, name: string): string[] {
  const { only, target } = fieldOf(resource, name);
  if (only === null || target === null) return [];
  const named = registry.get(target);
  return [
    `${columnOf(resource, name)} IN (SELECT k.id FROM ${quote(named.table)} k
      WHERE ${isInWorkspace('k.workspace_id', workspace)} AND k.${quote(only.field)} = ${params.add(only.value)})`,
  ];
}
