import type { ResourceDescription } from '../../catalog/resource';
import type { Sql } from '../../database/sql';
import type { ClaimedJob } from '../../jobs/job';

/**
 * Has statistics gathered of the tables that a completed import filled, when it wrote more than a tenth of them: until
 * autovacuum looks, plans would follow from what was there before.
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
