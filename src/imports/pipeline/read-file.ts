import { FileError } from '../../formats/file-error';
import { DEFAULT_LIMITS, type FormatLimits } from '../../formats/format';
import type { RawBatch } from '../../formats/batch';
import { splitFile } from '../../formats/split-file';
import { BatchReader } from './batch-reader';
import { errorLimit } from './error-limit';
import type { ImportRun } from './import-run';
import { Progress } from './progress';
import { StageWriter, type PreparedBatch } from './staging';

/** How the reading of a file ended. */
export interface FileReading {
  /** Number of the last row that was read. */
  lastRow: number;
  /** What is wrong with the file as a whole; the rows before it were read. */
  fileError: FileError | null;
  /** Reading stopped at the limit of errors: the rest of the file is unknown. */
  tooManyErrors: boolean;
  errors: number;
}

/**
 * The read phase: splits, parses, binds, reads and resolves the whole file and stages its rows and row errors. Nothing
 * durable is written. While Postgres takes one batch the next one is made.
 */
export async function readFile(run: ImportRun): Promise<FileReading> {
  const { request, settings, storage } = run;
  const limits: FormatLimits = { ...DEFAULT_LIMITS, batchBytes: settings.batchBytes };
  const reading: FileReading = { lastRow: 0, fileError: null, tooManyErrors: false, errors: 0 };
  const reader = new BatchReader(run, limits);
  const progress = new Progress(run, request.fileSize, 0, 50);
  const writer = new StageWriter(run);
  const source = await storage.open(request.blobKey);
  try {
    for await (const batch of splitFile(source, request.format, limits)) {
      run.stop.throwIfAborted();
      const prepared = withinLimit(await reader.read(batch), reading, errorLimit(request), lastRowOf(batch));
      await writer.add(prepared, batch.bytes.length);
      await progress.reach(batch.endOffset);
      if (reading.tooManyErrors) break;
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    reading.fileError = error;
  } finally {
    source.destroy();
  }
  await writer.end();
  return reading;
}

const lastRowOf = (batch: RawBatch): number => batch.firstRow + batch.lines.length - 1;

/** Counts what a batch holds; at the limit of errors the batch ends with the row that reached it. */
function withinLimit(
  prepared: PreparedBatch,
  reading: FileReading,
  limit: number,
  lastRow: number,
): PreparedBatch {
  const room = limit - reading.errors;
  if (prepared.errors.length < room) {
    reading.errors += prepared.errors.length;
    reading.lastRow = Math.max(reading.lastRow, lastRow);
    return prepared;
  }
  const errors = prepared.errors.slice(0, room);
  reading.errors = limit;
  reading.tooManyErrors = true;
  reading.lastRow = errors.at(-1)?.row ?? reading.lastRow;
  return {
    errors,
    through: prepared.through,
    rows: prepared.rows.filter((line) => parseInt(line, 10) < reading.lastRow),
  };
}
