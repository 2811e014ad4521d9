import { FileError } from '../../formats/file-error';
import { DEFAULT_LIMITS, type FormatLimits } from '../../formats/format';
import { splitFile } from '../../formats/split-file';
import { BatchReader } from './batch-reader';
import { errorLimit } from './error-limit';
import type { ImportRun } from './import-run';
import type { PreparedBatch } from './staging';

/** How far the reading of a file is, and how it ended. */
export interface FileReading {
  /** Number of the last row that was read. */
  lastRow: number;
  /** What is wrong with the file as a whole; the rows before it were read. */
  fileError: FileError | null;
  /** Reading stopped at the limit of errors: the rest of the file is unknown. */
  tooManyErrors: boolean;
  errors: number;
}

export const newReading = (): FileReading => ({
  lastRow: 0,
  fileError: null,
  tooManyErrors: false,
  errors: 0,
});

/** True when the end of the file was seen. */
export const wholeFile = ({ fileError, tooManyErrors }: FileReading): boolean =>
  fileError === null && !tooManyErrors;

/**
 * Splits, parses, binds, reads and resolves a file batch by batch; `reading` is kept up to date. Nothing is written. What
 * is wrong with the file itself ends the batches and stands in `reading`.
 */
export async function* readFile(run: ImportRun, reading: FileReading): AsyncGenerator<PreparedBatch> {
  const { request, settings, storage } = run;
  const limits: FormatLimits = { ...DEFAULT_LIMITS, batchBytes: settings.batchBytes };
  const reader = new BatchReader(run, limits);
  const source = await storage.open(request.blobKey);
  try {
    for await (const batch of splitFile(source, request.format, limits)) {
      run.stop.throwIfAborted();
      const { rows, errors, through } = await reader.read(batch);
      const prepared = { rows, errors, through, bytes: batch.bytes.length, endOffset: batch.endOffset };
      yield withinLimit(prepared, batch.firstRow + batch.lines.length - 1, reading, errorLimit(request));
      if (reading.tooManyErrors) return;
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    reading.fileError = error;
  } finally {
    source.destroy();
  }
}

/** Counts what a batch holds; at the limit of errors the batch ends with the row that reached it. */
function withinLimit(
  prepared: Omit<PreparedBatch, 'lastRow'>,
  lastRow: number,
  reading: FileReading,
  limit: number,
): PreparedBatch {
  const room = limit - reading.errors;
  if (prepared.errors.length < room) {
    reading.errors += prepared.errors.length;
    reading.lastRow = lastRow;
    return { ...prepared, lastRow };
  }
  const errors = prepared.errors.slice(0, room);
  const end = errors.at(-1)?.row ?? reading.lastRow;
  reading.errors = limit;
  reading.tooManyErrors = true;
  reading.lastRow = end;
  return {
    ...prepared,
    errors,
    rows: prepared.rows.filter((line) => parseInt(line, 10) < end),
    lastRow: end,
  };
}
