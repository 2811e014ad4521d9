import type { MigrationInterface, QueryRunner } from 'typeorm';
import { setWorkspaceStatistics } from './support/v1/workspace-statistics';

/**
 * Plans that stay linear when statistics exist: a fixed estimate for the rows of a workspace, and a function with which
 * the application, whose roles own no table, has statistics gathered after a job that filled a table.
 */
export class WorkspaceStatistics1764000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of await tablesOfWorkspaces(runner)) await setWorkspaceStatistics(runner, table);
    // The rule of autovacuum, which looks once a minute only and counts with a delay: so the caller says what it wrote.
    await runner.query(`
      CREATE FUNCTION almagest_refresh_statistics(tables text[], written bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
      SET search_path FROM CURRENT AS $$
      DECLARE
        stale name;
      BEGIN
        FOR stale IN
          SELECT c.relname FROM pg_class c
          WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
            AND c.relname = ANY (tables) AND written > 500 + greatest(c.reltuples, 0) / 10
        LOOP
          EXECUTE format('ANALYZE (SKIP_LOCKED) %I', stale);
        END LOOP;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION almagest_refresh_statistics(text[], bigint)`);
    for (const table of await tablesOfWorkspaces(runner)) {
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN workspace_id RESET (n_distinct)`);
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN workspace_id SET STATISTICS -1`);
    }
  }
}

async function tablesOfWorkspaces(runner: QueryRunner): Promise<string[]> {
  const tables = (await runner.query(
    `SELECT relname AS name FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'workspace_id'
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') ORDER BY relname`,
  )) as { name: string }[];
  return tables.map(({ name }) => name);
}
