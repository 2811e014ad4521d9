import { afterSql } from '../catalog/filter/after-sql';
import type { SortKey } from '../catalog/filter/read-sort';
import { joinsOf, orderSql, sortTerms } from '../catalog/filter/sort-sql';
import { isHeldInMasses } from '../catalog/sql/join-record-sql';
import { recordColumnsSql } from '../catalog/sql/record-columns-sql';
import type { Sql } from '../database/sql';
import { toPage, type Page } from '../http/pagination/page';
import { PageCursor } from './page-cursor';
import { textOf, type RecordRow } from './record-row';
import { newStatement, type RecordScope } from './record-scope';
import { limitSql } from './limit-sql';
import type { Selection } from './selection';
import { sourceOf } from './source-sql';
import { walkPage } from './walk-page';

/** What a page is asked for beside its selection. */
export interface PageRequest {
  readonly sort: readonly SortKey[];
  readonly limit: number;
  readonly after: string | null;
}

const CURSOR = '_cursor_';

/** One page of the records in `selection`. Throws 400 `invalid_cursor` for a cursor of another list or another order. */
export async function findPage(
  sql: Sql,
  scope: RecordScope,
  selection: Selection,
  request: PageRequest,
): Promise<Page<RecordRow>> {
  const { sort, limit, after } = request;
  if (sort.length === 0 && !selection.named && isHeldInMasses(scope.resource)) {
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
