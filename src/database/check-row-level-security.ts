import type { Sql } from './sql';

/**
 * Throws a sentence when a table with a `workspace_id` lacks its wall: a new one must not be open to every workspace because
 * somebody forgot.
 */
export async function checkRowLevelSecurity(sql: Sql): Promise<void> {
  const open = await sql.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'workspace_id'
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relrowsecurity
     ORDER BY relname`,
  );
  if (open.length === 0) return;
  throw new Error(
    `These tables have no row-level security: ${open.map(({ name }) => name).join(', ')}. ` +
      'Call enableRls of migrations/support/row-level-security.ts in the migration that makes them.',
  );
}
