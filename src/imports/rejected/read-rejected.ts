import { recordText } from '../../formats/batch';
import { DEFAULT_LIMITS, type FileFormat, type FormatLimits, FileError } from '../../formats/format';
import { readHeader } from '../../formats/csv/csv-header';
import { parseBatch, splitFile } from '../../formats/file-reader';
import type { FailedRow } from './failed-rows';
import type { RejectedRecord } from './rejected-record';

/** What a rejected-rows file is made of: first the header of a CSV file, then the records that failed. */
export type RejectedPart = { header: readonly string[] } | RejectedRecord;

/** Picks the failed rows out of the uploaded file; batches without one are not parsed. */
export async function* readRejected(
  source: AsyncIterable<Uint8Array>,
  format: FileFormat,
  batchBytes: number,
  failed: AsyncIterator<FailedRow>,
): AsyncGenerator<RejectedPart> {
  const limits: FormatLimits = { ...DEFAULT_LIMITS, batchBytes };
  let next = await failed.next();
  try {
    for await (const batch of splitFile(source, format, limits)) {
      if (batch.firstRow === 0) yield { header: readHeader(batch, limits) };
      if (next.done) return;
      const end = batch.firstRow + batch.lines.length;
      if (next.value.row >= end) continue;
      const records = parseBatch(batch, limits);
      while (!next.done && next.value.row < end) {
        const index = next.value.row - batch.firstRow;
        const record = records[index];
        if (record) yield { record, raw: recordText(batch, index), failed: next.value };
        next = await failed.next();
      }
    }
  } catch (error) {
    // What is wrong with the file itself stands in the job's errors; the rows before it are all here.
    if (!(error instanceof FileError)) throw error;
  }
}
