import type { Sql } from '../../database/sql';

/** Takes the rows with an error out of `judged`: they do nothing. */
export async function removeRejected(tx: Sql): Promise<void> {
  await tx.query(
    `DELETE FROM planned_rows USING (SELECT DISTINCT row FROM classify_errors) refused WHERE refused.row = judged._row`,
  );
}
