import type { Sql } from './sql';

/** Switches settings of the planner (`enable_sort`, …) off or on for the rest of the transaction `tx`: names of ours, never input. */
export async function switchPlanner(
  tx: Sql,
  names: readonly string[],
  isOff: (name: string) => boolean = () => true,
): Promise<void> {
  const settings = names.map((name) => `set_config('${name}', '${isOff(name) ? 'off' : 'on'}', true)`);
  await tx.query(`SELECT ${settings.join(', ')}`);
}
