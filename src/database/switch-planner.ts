import type { Sql } from './sql';

/** Switches settings of the planner (`enable_sort`, …) off or on for the rest of the transaction `tx`: names of ours, never input. */
export async function switchPlanner(
  tx: Sql,
  names: readonly string[],
  value: 'off' | 'on' = 'off',
): Promise<void> {
  const settings = names.map((name) => `set_config('${name}', '${value}', true)`);
  await tx.query(`SELECT ${settings.join(', ')}`);
}
