import type { Sql } from '../../database/sql';

/** Without these the planner is left with one look-up in an index for each row. */
const SCANS_AND_JOINS = [
  'enable_hashjoin',
  'enable_mergejoin',
  'enable_seqscan',
  'enable_material',
  'enable_memoize',
];
/** And without these with one fetch from a place: row-level security would offer it the index of the whole workspace. */
const INDEXES = ['enable_indexscan', 'enable_indexonlyscan', 'enable_bitmapscan'];

/** How rows find their records: through the index of a key, by `ctid`, or as the planner likes. */
export type PlanPin = 'by_key' | 'by_place' | 'free';

/**
 * Rows find their records one by one: what a range costs must not depend on how much the table already holds, nor on
 * statistics that are behind. Row against row of the file is for the planner to decide.
 */
export async function pinPlans(tx: Sql, pin: PlanPin): Promise<void> {
  const set = (names: readonly string[], value: string): string[] =>
    names.map((name) => `set_config('${name}', ${value}, true)`);
  const settings = [...set(SCANS_AND_JOINS, '$1'), ...set(INDEXES, '$2')];
  await tx.query(`SELECT ${settings.join(', ')}`, [
    pin === 'free' ? 'on' : 'off',
    pin === 'by_place' ? 'off' : 'on',
  ]);
}
