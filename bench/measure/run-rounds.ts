import type { Contender, Metric, SerializationKey, Measurement } from './contender';

/**
 * Runs all lanes round after round, so that a slow moment of the machine meets everybody, and begins each round with
 * another lane. `settle` runs before each contender, untimed.
 */
export async function runRounds(
  serializationKeys: readonly SerializationKey[],
  rounds: number,
  settle: () => Promise<void>,
  print: (line: string) => void,
): Promise<Metric[]> {
  const runs = new Map<Contender, Measurement[]>();
  for (let round = 0; round < rounds; round++) {
    const first = round % Math.max(1, serializationKeys.length);
    for (const contender of [
      ...serializationKeys.slice(first),
      ...serializationKeys.slice(0, first),
    ].flat()) {
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
  return serializationKeys.flat().map((contender) => {
    const { by, work, rows, age } = contender;
    return { by, work, rows, ...(age && { age }), runs: runs.get(contender) ?? [] };
  });
}
