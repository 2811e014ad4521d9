import type { Contender, Figure, Lane, Measurement } from './contender';

/**
 * Runs all lanes round after round, so that a slow moment of the machine meets everybody, and begins each round with
 * another lane. `settle` runs before each contender, untimed.
 */
export async function runRounds(
  lanes: readonly Lane[],
  rounds: number,
  settle: () => Promise<void>,
  tell: (line: string) => void,
): Promise<Figure[]> {
  const runs = new Map<Contender, Measurement[]>();
  for (let round = 0; round < rounds; round++) {
    const first = round % Math.max(1, lanes.length);
    for (const contender of [...lanes.slice(first), ...lanes.slice(0, first)].flat()) {
      await contender.prepare?.();
      await settle();
      const measured = await contender.run();
      runs.set(contender, [...(runs.get(contender) ?? []), measured]);
      const seconds = measured.seconds.toFixed(2).padStart(8);
      tell(
        `round ${round + 1} ${seconds} s  ${contender.by}: ${contender.work}${contender.age ? `, ${contender.age}` : ''}`,
      );
    }
  }
  return lanes.flat().map((contender) => {
    const { by, work, rows, age } = contender;
    return { by, work, rows, ...(age && { age }), runs: runs.get(contender) ?? [] };
  });
}
