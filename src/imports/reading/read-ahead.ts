import type { PreparedBatch } from './prepared-batch';

/** Maximum bytes that wait here: about the rows of two transactions, so that neither side waits for the other. */
const MAX_WAITING_BYTES = 8_388_608;

const weigh = ({ rows, errors }: Pick<PreparedBatch, 'rows' | 'errors'>): number =>
  rows.bytes.length + errors.bytes.length;

/**
 * Reads the next batches of `source` while the consumer processes the last one: at least one, and at most 8 MiB. An error of
 * `source` is thrown after the batches before it.
 */
export async function* readAhead<Batch extends Parameters<typeof weigh>[0]>(
  source: AsyncGenerator<Batch>,
): AsyncGenerator<Batch> {
  const ready: Batch[] = [];
  let weight = 0;
  let stopped = false;
  let ended = false;
  let wake = (): void => undefined;
  const change = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  const fill = async (): Promise<void> => {
    for await (const batch of source) {
      ready.push(batch);
      weight += weigh(batch);
      wake();
      while (weight >= MAX_WAITING_BYTES && !stopped) await change();
      if (stopped) return;
    }
  };
  const filling = fill().finally(() => {
    ended = true;
    wake();
  });
  filling.catch(() => undefined); // thrown below, should anybody come so far
  try {
    for (;;) {
      while (ready.length === 0 && !ended) await change();
      const batch = ready.shift();
      if (batch === undefined) return await filling;
      weight -= weigh(batch);
      wake();
      yield batch;
    }
  } finally {
    stopped = true;
    wake();
    await filling.catch(() => undefined); // what came too late concerns nobody
  }
}
