import type { Sql } from '../database/sql';
import { newStatement, type RecordScope } from './record-scope';
import type { Selection } from './selection';
import { sourceOf } from './source-sql';

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
