import type { Sql } from '../../database/sql';

/** Takes the rows with an error out of `judged`: they do nothing. */
export async function removeRefused(tx: Sql): Promise<void> {
  await tx.query(
    `DELETE FROM judged USING (SELECT DISTINCT row FROM judge_errors) refused WHERE refused.row = judged._row`,
  );
}
