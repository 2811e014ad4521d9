import type { Contender, Metric, ContenderGroup, Measurement } from './contender';

/**
 * Runs all groups in rounds, so that a slow moment of the machine affects all of them, and starts each round with another
 * group. `settle` runs before each contender and is not timed.
 */
export async function runRounds(
  groups: readonly ContenderGroup[],
  rounds: number,
  settle: () => Promise<void>,
  print: (line: string) => void,
): Promise<Metric[]> {
  const runs = new Map<Contender, Measurement[]>();
  for (let round = 0; round < rounds; round++) {
    const first = round % Math.max(1, groups.length);
    for (const contender of [...groups.slice(first), ...groups.slice(0, first)].flat()) {
      await contender.prepare?.();
      await settle();
      const measured = await contender.run();
      runs.set(contender, [...(runs.get(contender) ?? []), measured]);
      const seconds = measured.seconds.toFixed(2).padStart(8);
      print(
        `round ${round + 1} ${seconds} s  ${contender.by}: ${contender.work}${contender.age ? `, ${contender.age}` : ''}`,
      );
    }
  }
  return groups.flat().map((contender) => {
    const { by, work, rows, age } = contender;
    return { by, work, rows, ...(age && { age }), runs: runs.get(contender) ?? [] };
  });
}
