import { switchPlanner, type Sql } from '../../database/sql';

/**
 * Planner settings of the three statements that cannot be written as look-ups row by row (docs/adr/0029).
 * Everything else is planned freely.
 */
const SETTINGS = {
  /** `UPDATE … FROM planned_rows`: through the index of the key. A hash join reads the whole workspace for each range. */
  by_key: ['enable_hashjoin', 'enable_mergejoin', 'enable_seqscan', 'enable_material', 'enable_memoize'],
  /** Is there a record between two keys: the first in the order of the index; a bitmap collects all of them. */
  first_of_keys: ['enable_seqscan', 'enable_bitmapscan'],
  /** The records between two keys and the rows of the range: thousands on both sides, which no statistics know. */
  ranges_of_keys: ['enable_nestloop', 'enable_mergejoin'],
} as const satisfies Record<string, readonly string[]>;

/** Runs `statement` in the transaction `tx` under the settings `plan`, and sets them back behind it. */
export async function planFor<T>(
  tx: Sql,
  plan: keyof typeof SETTINGS,
  statement: () => Promise<T>,
): Promise<T> {
  const names = SETTINGS[plan];
  await switchPlanner(tx, names);
  const result = await statement();
  await switchPlanner(tx, names, 'on');
  return result;
}
