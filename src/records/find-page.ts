import { afterSql, joinsOf, orderSql, sortTerms } from '../catalog/filter/sort-sql';
import type { SortKey } from '../catalog/filter/read-sort';
import { isGroupedByParent } from '../catalog/sql/join-record-sql';
import { recordColumnsSql } from '../catalog/sql/record-source';
import type { Sql } from '../database/sql';
import { type Page, toPage } from '../http/pagination/page';
import { PageCursor } from './page-cursor';
import { type RecordRow, textOf } from './find-record';
import { newStatement, type RecordScope, type Selection } from './selection';
import { limitSql, sourceOf } from './source-sql';
import { walkPage } from './walk-page';

/** The order and the position of a page. */
export interface PageRequest {
  readonly sort: readonly SortKey[];
  readonly limit: number;
  readonly after: string | null;
}

const CURSOR = '_cursor_';

/**
 * One page of the records in `selection`. Throws 400 `invalid_cursor` for a cursor of another list or
 * another order.
 */
export async function findPage(
  sql: Sql,
  scope: RecordScope,
  selection: Selection,
  request: PageRequest,
): Promise<Page<RecordRow>> {
  const { sort, limit, after } = request;
  if (sort.length === 0 && !selection.named && isGroupedByParent(scope.resource)) {
    return walkPage(sql, scope, selection, request);
  }
  const context = { ...newStatement(scope), oneByOne: true };
  const { resource, params } = context;
  const terms = sortTerms(sort, context);
  const cursor = new PageCursor(sort, terms);
  const { from, conditions, joined } = sourceOf(selection, context, sort.length === 0);
  if (after !== null) conditions.push(afterSql(terms, cursor.read(after), params));
  const texts = terms.map(({ text }, at) => `${text} AS "${CURSOR}${at}"`).join(', ');
  const rows = await sql.query<RecordRow>(
    `SELECT ${recordColumnsSql(resource)}, ${texts} FROM ${from} ${joinsOf(terms.slice(joined))}
     WHERE ${conditions.join(' AND ')}
     ORDER BY ${orderSql(terms)} LIMIT ${selection.named ? `${params.add(limit + 1)}::int` : limitSql(params, limit + 1)}`,
    params.values,
  );
  return toPage(rows, limit, (row) => cursor.write(terms.map((_, at) => textOf(row, `${CURSOR}${at}`))));
}

/** The number of records in `selection`. */
export async function countRecords(sql: Sql, scope: RecordScope, selection: Selection): Promise<number> {
  const context = newStatement(scope);
  const { from, conditions } = sourceOf(selection, context);
  const [row] = await sql.query<{ count: string }>(
    `SELECT count(*) AS count FROM ${from} WHERE ${conditions.join(' AND ')}`,
    context.params.values,
  );
  return Number(row?.count ?? 0);
}
