import { fromRecords } from '../catalog/sql/record-source';
import type { Sql } from '../database/sql';
import { newStatement, type RecordScope } from './record-scope';
import { conditionsOf, type Selection } from './selection';

/** The number of records in `selection`. */
export async function countRecords(sql: Sql, scope: RecordScope, selection: Selection): Promise<number> {
  const context = newStatement(scope);
  const conditions = conditionsOf(selection, context);
  const [row] = await sql.query<{ count: string }>(
    `SELECT count(*) AS count FROM ${fromRecords(scope.resource)} WHERE ${conditions.join(' AND ')}`,
    context.params.values,
  );
  return Number(row?.count ?? 0);
}
