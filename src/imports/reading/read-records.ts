import type { RowError } from '../../catalog/reading/row-error';
import { FileError } from '../../formats/format';
import { splitFile } from '../../formats/file-reader';
import { BatchReader } from './batch-reader';
import { errorLimit, type FileReading, type ReadingContext } from './reading-context';
import { copyLines, errorLines, type PreparedBatch, type ReadRows } from './prepared-batch';

/**
 * Splits, parses, binds, reads and resolves the bytes of a file batch by batch; `reading` is updated. Nothing is
 * written. An error of the file itself ends the batches and is set in `reading`.
 */
export async function* readRecords(
  context: ReadingContext,
  source: AsyncIterable<Uint8Array>,
  reading: FileReading,
): AsyncGenerator<PreparedBatch> {
  const { request, limits, fileLayout } = context;
  const limit = errorLimit(request);
  const reader = new BatchReader(context);
  try {
    for await (const batch of splitFile(source, request.format, limits, fileLayout)) {
      for await (const read of reader.read(batch)) {
        const { rows, errors, newParents } = withinLimit(read, read.lastRow, reading, limit);
        yield {
          rows: copyLines(rows),
          errors: errorLines(errors),
          newParents,
          ...reader.learnt(),
          lastRow: reading.lastRow,
          endOffset: batch.endOffset,
        };
        if (reading.errors >= limit) return;
      }
    }
    reading.whole = true;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const { code, message, line } = error;
    reading.fileError = { code, message, line };
  }
}

/** Counts the rows and errors of a batch. At the limit of errors the batch ends with the row that reached it. */
function withinLimit(read: ReadRows, lastRow: number, reading: FileReading, limit: number): ReadRows {
  const space = limit - reading.errors;
  if (read.errors.length < space) {
    reading.errors += read.errors.length;
    reading.lastRow = lastRow;
    return read;
  }
  const errors: readonly RowError[] = read.errors.slice(0, space);
  const end = errors.at(-1)?.row ?? reading.lastRow;
  reading.errors = limit;
  reading.lastRow = end;
  return { ...read, errors, rows: read.rows.filter((line) => parseInt(line, 10) < end) };
}
