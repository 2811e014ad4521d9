import { afterSql } from '../catalog/filter/after-sql';
import type { FilterContext } from '../catalog/filter/filter-context';
import type { SortKey } from '../catalog/filter/read-sort';
import { orderSql, sortTerms, type SortTerm } from '../catalog/filter/sort-sql';
import { isUuidForm } from '../catalog/kinds/uuid-form';
import { isValueFlaw } from '../catalog/reading/read-value';
import { recordColumnsSql } from '../catalog/sql/record-columns-sql';
import { columnOf, fromRecords } from '../catalog/sql/record-source';
import type { Sql } from '../database/sql';
import { decodeCursor, encodeCursor } from '../http/pagination/cursor';
import { toPage, type Page } from '../http/pagination/page';
import { problem } from '../http/problem/problem.exception';
import { textOf, type RecordRow } from './record-row';

/** What a page is asked for beside its conditions. */
export interface PageRequest {
  readonly sort: readonly SortKey[];
  readonly limit: number;
  readonly after: string | null;
}

const CURSOR = '_cursor_';

/**
 * One page of the records that meet all `conditions` (boolean SQL over alias `r`, their values in `context.params`).
 * Throws 400 `invalid_cursor` for a cursor of another list or another order.
 */
export async function findPage(
  sql: Sql,
  context: FilterContext,
  conditions: readonly string[],
  { sort, limit, after }: PageRequest,
): Promise<Page<RecordRow>> {
  const { resource, params } = context;
  const terms = sortTerms(sort, context);
  const order = orderName(sort);
  const paged = after === null ? [] : [afterSql(terms, readCursor(after, order, terms), params)];
  const cursor = terms.map(({ text }, at) => `${text} AS "${CURSOR}${at}"`).join(', ');
  const rows = await sql.query<RecordRow>(
    `SELECT ${recordColumnsSql(resource)}, ${cursor} FROM ${fromRecords(resource)} ${terms.map(({ join }) => join).join(' ')}
     WHERE ${[...conditions, ...paged].join(' AND ')}
     ORDER BY ${orderSql(terms)} LIMIT ${params.add(limit + 1)}::int`,
    params.values,
  );
  return toPage(rows, limit, (row) =>
    encodeCursor([order, ...terms.map((_, at) => textOf(row, `${CURSOR}${at}`))]),
  );
}

/** The number of records that meet all `conditions`. */
export async function countRecords(
  sql: Sql,
  { resource, params }: FilterContext,
  conditions: readonly string[],
): Promise<number> {
  const [row] = await sql.query<{ count: string }>(
    `SELECT count(*) AS count FROM ${fromRecords(resource)} WHERE ${conditions.join(' AND ')}`,
    params.values,
  );
  return Number(row?.count ?? 0);
}

/** The condition with which every query over records begins. */
export const inWorkspace = ({ resource, workspace }: FilterContext): string =>
  `${columnOf(resource, 'workspace_id')} = ${workspace}`;

/** A cursor belongs to one order; it stands in the cursor itself. */
const orderName = (sort: readonly SortKey[]): string =>
  sort.map(({ field, descending }) => `${descending ? '-' : ''}${field.scope}.${field.name}`).join(',');

function readCursor(after: string, order: string, terms: readonly SortTerm[]): (string | null)[] {
  const [cursorOrder, ...values] = decodeCursor(after, terms.length + 1);
  if (cursorOrder !== order) {
    throw problem(
      400,
      'invalid_cursor',
      '"after" is a cursor of another order. Begin this one at its start.',
    );
  }
  return values.map((value, at) => {
    const term = terms[at];
    if (value === null || !term) return null;
    const read = term.field.kind.read(value, { max: null, values: null });
    if (isValueFlaw(read) || (term.field.kind.pgType === 'uuid' && !isUuidForm(read))) {
      throw problem(400, 'invalid_cursor', '"after" is not a next_cursor of this list.');
    }
    return read;
  });
}
