import type { Sql } from '../../database/sql';
import { switchPlanner } from '../../database/switch-planner';

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

/** How rows find their records. */
const PINS = {
  /** Through the index of a key, one by one. */
  by_key: { off: SCANS_AND_JOINS },
  /** By `ctid`. */
  by_place: { off: [...SCANS_AND_JOINS, ...INDEXES] },
  /** Whether there are any between two keys: the first ones in the order of the index, not all of them for a bitmap. */
  first_in_spans: { off: [...SCANS_AND_JOINS, 'enable_bitmapscan'] },
  /** The records between two keys are read and joined to the rows. */
  in_spans: { off: [...SCANS_AND_JOINS.filter((name) => name !== 'enable_hashjoin'), 'enable_nestloop'] },
  /** As the planner likes. */
  free: { off: [] },
} as const satisfies Record<string, { off: readonly string[] }>;

export type PlanPin = keyof typeof PINS;

const ALL = [...SCANS_AND_JOINS, ...INDEXES, 'enable_nestloop'];

/**
 * Rows find their records through an index: what a range costs must not depend on how much the table already holds, nor on
 * statistics that are behind. Row against row of the file is for the planner to decide.
 */
export async function pinPlans(tx: Sql, pin: PlanPin): Promise<void> {
  const off: readonly string[] = PINS[pin].off;
  await switchPlanner(tx, ALL, (name) => off.includes(name));
}
