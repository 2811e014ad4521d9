import type { Sql } from '../../database/sql';

/** Without these the planner is left with one look-up in an index for each row. */
const SCANS_AND_JOINS = [
  'enable_hashjoin',
  'enable_mergejoin',
  'enable_seqscan',
  'enable_material',
  'enable_memoize',
];

/**
 * Rows find their records through the index, one by one: what a range costs must not depend on how much the table
 * already holds, nor on statistics that are behind. Row against row of the file is for the planner to decide.
 */
export async function pinPlans(tx: Sql, pinned: boolean): Promise<void> {
  const on = pinned ? 'off' : 'on';
  await tx.query(`SELECT ${SCANS_AND_JOINS.map((name) => `set_config('${name}', $1, true)`).join(', ')}`, [
    on,
  ]);
}
