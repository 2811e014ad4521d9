import { CLASSIFY_TABLES } from '../../catalog/importing/create-stage-sql';
import type { Sql } from '../../database/sql';

/** Empties the tables of the range before. An empty one is left alone: to truncate it costs as much as a full one. */
export async function clearPlannedRows(tx: Sql): Promise<void> {
  const full = await tx.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = pg_my_temp_schema() AND relname = ANY ($1) AND pg_relation_size(oid) > 0`,
    [CLASSIFY_TABLES],
  );
  if (full.length > 0) await tx.query(`TRUNCATE ${full.map(({ name }) => `pg_temp.${name}`).join(', ')}`);
}
