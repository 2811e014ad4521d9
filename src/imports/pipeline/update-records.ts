import { updateRecordsSql } from '../../catalog/importing/apply-sql';
import type { GivenFields } from '../../catalog/importing/given-fields';
import type { Sql } from '../../database/sql';
import type { ImportRun } from './import-run';
import { withPlannerSettings } from './planner';

/** Updates the records of the rows in `planned_rows` that change one. */
export async function updateRecords(tx: Sql, { layout, job }: ImportRun, given: GivenFields): Promise<void> {
  const sql = updateRecordsSql(layout, given);
  await withPlannerSettings(tx, 'update_by_key', () => tx.query(sql, [job.workspaceId]));
}
