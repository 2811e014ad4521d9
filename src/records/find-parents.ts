import { fieldOf } from '../catalog/field-of';
import type { FilterContext } from '../catalog/filter/filter-context';
import { joinsOf, orderSql, sortTerms } from '../catalog/filter/sort-sql';
import { quote } from '../catalog/sql/identifiers';
import { columnOf, fromRecords } from '../catalog/sql/record-source';
import type { Sql } from '../database/sql';
import { limitSql } from './limit-sql';
import { textOf, type RecordRow } from './record-row';
import { newStatement, type RecordScope } from './record-scope';
import type { Selection } from './selection';
import type { Source } from './source-sql';
import { isInWorkspace } from '../catalog/sql/workspace-sql';

/** A row of `through`, on which records hang. */
export interface Parent {
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
export async function findParents(
  sql: Sql,
  scope: RecordScope,
  selection: Selection,
  place: Place | null,
  count: number,
): Promise<Parent[]> {
  const context = { ...newStatement(scope), oneByOne: true };
  const { resource, params } = context;
  const { fields = [] } = resource.parentKey ?? {};
  const terms = sortTerms([], context).slice(0, fields.length);
  const ofParents = [isInWorkspace('r_t.workspace_id', context.workspace), ...selection.parentKey(context)];
  for (const name of fields) ofParents.push(...ofTheKind(context, name));
  const { from, conditions, joined } = sourceOfParents(context, selection, ofParents);
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
     FROM ${from} ${joinsOf(terms.slice(joined))}
     WHERE ${conditions.join(' AND ')} ORDER BY ${orderSql(terms)} LIMIT ${limitSql(params, count)}`,
    params.values,
  );
  return rows.map((row) => ({
    key: textOf(row, 'key') ?? '',
    values: terms.map((_, at) => textOf(row, `v${at}`) ?? ''),
  }));
}

/**
 * Holders are looked up for one record after the other of what comes first in their order, so that no more are read than
 * are asked for; those of one such record, or of some, are found at once.
 */
function sourceOfParents(
  { resource, registry, workspace }: FilterContext,
  { narrowedBy }: Selection,
  conditions: string[],
): Source {
  const { table = '', fields: [first = ''] = [] } = resource.parentKey ?? {};
  if (narrowedBy.has(first)) return { from: `${quote(table)} r_t`, conditions, joined: 0 };
  const parent = registry.get(fieldOf(resource, first).target ?? '');
  const own = [...conditions, `${columnOf(resource, first)} = by_0.id`].join(' AND ');
  return {
    from: `${fromRecords(parent, 'by_0')} CROSS JOIN LATERAL (SELECT r_t.* FROM ${quote(table)} r_t WHERE ${own} OFFSET 0) r_t`,
    conditions: [isInWorkspace('by_0.workspace_id', workspace)],
    joined: 1,
  };
}

/** A resource may hang on some holders only: scalar values on scalar series. */
function ofTheKind({ resource, registry, params, workspace }: FilterContext, name: string): string[] {
  const { only, target } = fieldOf(resource, name);
  if (only === null || target === null) return [];
  const named = registry.get(target);
  return [
    `${columnOf(resource, name)} = ANY (ARRAY(SELECT k.id FROM ${quote(named.table)} k
      WHERE ${isInWorkspace('k.workspace_id', workspace)} AND k.${quote(only.field)} = ${params.add(only.value)}))`,
  ];
}
