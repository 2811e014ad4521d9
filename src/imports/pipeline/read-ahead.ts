import type { PreparedBatch } from './staging';

/** What may wait here, counted as below: about the rows of one transaction, so that neither side waits for the other. */
const MOST = 2_097_152;
/** A row weighs more in memory than in the file: strings of a byte or two above all. */
const ROW = 50;

const weigh = ({ bytes, rows, errors }: Pick<PreparedBatch, 'bytes' | 'rows' | 'errors'>): number =>
  bytes + ROW * (rows.length + errors.length);

/**
 * Makes the next batches while Postgres deals with the last ones: at least one, and no more than fit into 2 MiB. What
 * `source` throws is thrown behind the batches before it.
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
      while (weight >= MOST && !stopped) await change();
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
