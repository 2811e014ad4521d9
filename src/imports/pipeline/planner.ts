import type { ResourceDescription } from '../../catalog/resource';
import { switchPlanner, type Sql } from '../../database/sql';
import type { ClaimedJob } from '../../jobs/job';

/**
 * Planner settings of the three statements that cannot be written as look-ups for each row (docs/adr/0029): they are
 * switched off. Every other statement is planned freely.
 */
const DISABLED = {
  /** `UPDATE … FROM planned_rows`: uses the index of the key. A hash join reads the whole workspace for each range. */
  update_by_key: [
    'enable_hashjoin',
    'enable_mergejoin',
    'enable_seqscan',
    'enable_material',
    'enable_memoize',
  ],
  /** Is there a record between two keys? The first one in index order is enough; a bitmap collects all of them. */
  exists_in_key_range: ['enable_seqscan', 'enable_bitmapscan'],
  /** Joins the records between two keys to the rows of the range: thousands on both sides, without statistics. */
  join_key_ranges: ['enable_nestloop', 'enable_mergejoin'],
} as const satisfies Record<string, readonly string[]>;

/** Runs a statement in the transaction `tx` under planner settings, and resets them afterwards. */
export async function withPlannerSettings<T>(
  tx: Sql,
  settings: keyof typeof DISABLED,
  statement: () => Promise<T>,
): Promise<T> {
  const names = DISABLED[settings];
  await switchPlanner(tx, names);
  const result = await statement();
  await switchPlanner(tx, names, 'on');
  return result;
}

/**
 * Analyzes the tables that a completed import wrote when it changed more than a tenth of them. Until autovacuum runs,
 * plans would follow from the statistics before the import.
 */
export async function refreshStatistics(
  sql: Sql,
  job: ClaimedJob,
  { table, parentKey }: ResourceDescription,
): Promise<void> {
  const tables = [table, ...(parentKey?.resource === null ? [parentKey.table] : [])];
  await sql.query(
    `SELECT almagest_refresh_statistics($1::text[], (created_count + updated_count)::bigint) FROM import_jobs
     WHERE id = $2 AND workspace_id = $3 AND status = 'completed' AND NOT dry_run`,
    [tables, job.id, job.workspaceId],
  );
}
