import type { QueryRunner } from 'typeorm';

/**
 * How many workspaces the planner assumes in a table: a workspace is estimated at a fiftieth of it, whatever the
 * statistics have seen. Large enough that a workspace is never estimated at one row, small enough that an index is
 * preferred to a scan of all tenants' rows (docs/adr/0021).
 */
const ASSUMED_WORKSPACES = 50;

/** Sets the planner's estimate for the workspace column of a table, and gathers statistics so that it is in force. */
export async function setWorkspaceStatistics(
  runner: QueryRunner,
  table: string,
  column = 'workspace_id',
): Promise<void> {
  await runner.query(`ALTER TABLE ${table} ALTER COLUMN ${column} SET (n_distinct = ${ASSUMED_WORKSPACES})`);
  await runner.query(`ANALYZE ${table}`);
}
