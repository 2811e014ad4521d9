import { afterSql, joinsOf, orderSql, sortTerms } from '../catalog/filter/sort-sql';
import type { Sql } from '../database/sql';
import { type Page, toPage } from '../http/pagination/page';
import { PageCursor } from './page-cursor';
import { type RecordRow, textOf } from './find-record';
import { isInScope, newStatement, type RecordScope, type Selection } from './selection';
import { fieldOf } from '../catalog/resource-fields';
import type { FilterContext } from '../catalog/filter/filter-sql';
import { isInWorkspace, quote } from '../catalog/sql/sql-text';
import { columnOf, fromRecords, recordColumnsSql } from '../catalog/sql/record-source';
import { limitSql, type Source } from './source-sql';

/** Parents read in the first step; each further step reads four times as many, up to the maximum. */
const FIRST_STEP = 16;
const GROWTH = 4;
const LARGEST_STEP = 4_096;

/**
 * One page, in the order of the natural key, of records with many siblings under one parent. There may
 * be millions of records, and no index has that order. So the parents are read in that order, and of
 * each at most one page of records by the primary key. Throws 400 `invalid_cursor`.
 */
export async function walkPage(
  sql: Sql,
  scope: RecordScope,
  selection: Selection,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<Page<RecordRow>> {
  const width = scope.resource.parentKey?.fields.length ?? 0;
  const cursor = new PageCursor([], sortTerms([], newStatement(scope)));
  const start = after === null ? null : cursor.read(after);
  const found: ChildRecord[] = [];
  const read = async (
    parents: readonly Parent[],
    lastKey: readonly (string | null)[] | null,
  ): Promise<void> => {
    const wanted = limit + 1 - found.length;
    if (parents.length === 0 || wanted <= 0) return;
    found.push(...(await readChildren(sql, scope, selection, parents, lastKey, wanted)));
  };
  let place: ParentPosition | null = start && { values: start.slice(0, width), included: true };
  for (let step = FIRST_STEP; ; step = Math.min(step * GROWTH, LARGEST_STEP)) {
    const parents = await findParents(sql, scope, selection, place, step);
    const [first] = parents;
    const within = start !== null && place?.included === true && isAt(place, first);
    if (within) await read(parents.slice(0, 1), start.slice(width));
    await read(within ? parents.slice(1) : parents, null);
    const last = parents.at(-1);
    if (found.length > limit || !last || parents.length < step) break;
    place = { values: last.values, included: false };
  }
  const { data, meta } = toPage(found, limit, ({ parent, rest }) =>
    cursor.write([...parent.values, ...rest]),
  );
  return { data: data.map(({ row }) => row), meta };
}

const isAt = ({ values }: ParentPosition, parent: Parent | undefined): boolean =>
  parent?.values.every((value, at) => value === values[at]) === true;

/** A parent of records. */
export interface Parent {
  readonly key: string;
  /** Its sort values: the identifiers of the records that it refers to. */
  readonly values: readonly string[];
}

/** Where a walk over parents goes on. */
export interface ParentPosition {
  readonly values: readonly (string | null)[];
  /** Whether a parent at this very place is among those that follow. */
  readonly included: boolean;
}

/**
 * The first `count` parents after `place` in the order of their identifiers, from the start when it
 * is null.
 */
async function findParents(
  sql: Sql,
  scope: RecordScope,
  selection: Selection,
  place: ParentPosition | null,
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
    // The comparison of rows finds no index over several tables; what it implies for the first term alone
    // does.
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
 * Parents are looked up row by row for the record that comes first in their order, so that no more
 * than `count` are read. A selection that names these records reads their parents directly.
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

/** A resource may allow only some parents: scalar values belong to scalar series. */
function ofTheKind({ resource, registry, params, workspace }: FilterContext, name: string): string[] {
  const { only, target } = fieldOf(resource, name);
  if (only === null || target === null) return [];
  const named = registry.get(target);
  return [
    `${columnOf(resource, name)} = ANY (ARRAY(SELECT k.id FROM ${quote(named.table)} k
      WHERE ${isInWorkspace('k.workspace_id', workspace)} AND k.${quote(only.field)} = ${params.add(only.value)}))`,
  ];
}

const CURSOR = '_cursor_';
const ORDER = '_order_';
const PARENT = '_parent';

/** A record with its position in the order of the natural key. */
export interface ChildRecord {
  readonly row: RecordRow;
  readonly parent: Parent;
  /** Canonical texts of the natural key after the fields of the parent. */
  readonly rest: readonly (string | null)[];
}

/**
 * The first `wanted` records of `parents`, in the order of these and of the rest of the
 * natural key; only those after `lastKey`, when it is given. The parents are in order already and each
 * one's records come from the primary key, so that no more is read than is returned, and never more
 * than `wanted` of one parent.
 */
async function readChildren(
  sql: Sql,
  scope: RecordScope,
  selection: Selection,
  parents: readonly Parent[],
  lastKey: readonly (string | null)[] | null,
  wanted: number,
): Promise<ChildRecord[]> {
  const context = newStatement(scope);
  const { resource, params } = context;
  const { fields = [], pgType = 'bigint' } = resource.parentKey ?? {};
  const terms = sortTerms([], context).slice(fields.length);
  const conditions = [isInScope(context), 'r_t.id = w.id', ...selection.own(context)];
  if (lastKey !== null) conditions.push(afterSql(terms, lastKey, params));
  const keys = `${params.add(parents.map(({ key }) => key))}::${pgType}[]`;
  const limit = `${params.add(wanted)}::int`;
  const hidden = limitSql(params, wanted);
  const places = terms.map(
    ({ sql: typed, text }, at) => `${typed} AS "${ORDER}${at}", ${text} AS "${CURSOR}${at}"`,
  );
  const rows = await sql.query<RecordRow>(
    `SELECT p.*, w.nr::text AS "${PARENT}"
     FROM (SELECT k.id, k.nr FROM unnest(${keys}) WITH ORDINALITY AS k (id, nr) ORDER BY k.nr) w
     CROSS JOIN LATERAL (
       SELECT ${[recordColumnsSql(resource), ...places].join(', ')} FROM ${fromRecords(resource)}
       WHERE ${conditions.join(' AND ')} ORDER BY ${orderSql(terms)} LIMIT ${hidden}) p
     ORDER BY ${['w.nr', ...terms.map((_, at) => `p."${ORDER}${at}"`)].join(', ')} LIMIT ${limit}`,
    params.values,
  );
  return rows.flatMap((row) => {
    const parent = parents[Number(textOf(row, PARENT)) - 1];
    return parent ? [{ row, parent, rest: terms.map((_, at) => textOf(row, `${CURSOR}${at}`)) }] : [];
  });
}
