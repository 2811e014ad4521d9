import type { ResourceDescription } from '../../catalog/resource';
import type { Sql } from '../../database/sql';
import { switchPlanner } from '../../database/switch-planner';

/** From here on rows that follow one another in the index mostly stand on one page. */
const NEARLY_IN_ORDER = 0.9;

/** Without these the planner reads series after series in the order of the file; a sort within each is not among them. */
const SORTS_AND_JOINS = ['enable_sort', 'enable_hashjoin', 'enable_mergejoin'];

/**
 * For all records of a resource that hangs on a pair of others: has the rest of the transaction read them pair by pair through
 * their index. So the first line is there at once, and a billion points are not sorted on the disk beforehand. Only where the table itself lies about in that order (`pg_stats.correlation`), as files leave it behind: where it
 * does not, each row would be a page to fetch, and the planner's own way is better.
 */
export async function pinOrder(tx: Sql, { through, table }: ResourceDescription): Promise<void> {
  if (through === null) return;
  const [known] = await tx.query<{ correlation: number | null }>(
    `SELECT correlation FROM pg_stats WHERE schemaname = current_schema() AND tablename = $1 AND attname = $2`,
    [table, through.column],
  );
  // Without statistics the table has just been filled.
  if (Math.abs(known?.correlation ?? 1) < NEARLY_IN_ORDER) return;
  await switchPlanner(tx, SORTS_AND_JOINS);
}
