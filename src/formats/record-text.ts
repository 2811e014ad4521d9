import type { RawBatch } from './batch';

/** The text of the record at `index` of the batch, verbatim. A batch is valid UTF-8, so nothing is replaced. */
export function recordText(batch: RawBatch, index: number): string {
  return batch.bytes.toString('utf8', batch.spans[2 * index], batch.spans[2 * index + 1]);
}
