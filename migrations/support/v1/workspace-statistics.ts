// Frozen: released migrations call this file. A change goes into a new version beside this folder.

import type { QueryRunner } from 'typeorm';

/** How many workspaces the planner assumes where statistics of an older version cannot be removed. */
const ASSUMED_WORKSPACES = 50;

/**
 * Has the planner estimate a workspace at a fixed part of a table, whatever the statistics have seen (docs/adr/0029).
 *
 * No statistics are kept of the column, so every workspace counts as a two-hundredth of the table, in our statements and
 * in those of foreign keys alike. Statistics that are there already have to be removed for that; PostgreSQL before 18
 * leaves this to superusers. Where the login may not, `n_distinct` at least holds for our own statements, which hide the
 * value from the planner.
 */
export async function setWorkspaceStatistics(
  runner: QueryRunner,
  table: string,
  column = 'workspace_id',
): Promise<void> {
  await runner.query(`ALTER TABLE ${table} ALTER COLUMN ${column} SET (n_distinct = ${ASSUMED_WORKSPACES})`);
  await runner.query(`
    DO $$
    BEGIN
      IF current_setting('server_version_num')::integer >= 180000 THEN
        PERFORM pg_clear_attribute_stats(current_schema()::text, '${table}', '${column}', false);
      ELSIF EXISTS (SELECT FROM pg_stats WHERE schemaname = current_schema() AND tablename = '${table}' AND attname = '${column}') THEN
        DELETE FROM pg_statistic s USING pg_attribute a
        WHERE a.attrelid = '${table}'::regclass AND a.attname = '${column}'
          AND s.starelid = a.attrelid AND s.staattnum = a.attnum;
      END IF;
      ALTER TABLE ${table} ALTER COLUMN ${column} SET STATISTICS 0;
    EXCEPTION WHEN insufficient_privilege THEN
      RAISE NOTICE 'Statistics of ${table}.${column} stay: the login may not remove them.';
    END $$`);
  await runner.query(`ANALYZE ${table}`);
}
