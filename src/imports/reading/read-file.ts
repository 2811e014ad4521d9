import type { FileReading, ReadingContext, ReadingRequest } from './reading-context';
import type { ReadingThreads } from './reading-threads';
import type { PreparedBatch } from './prepared-batch';
import { readRecords } from './read-records';
import { workerRequest } from './reading-protocol';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { JobFailure } from '../../jobs/job-errors';
import { FileError } from '../../formats/format';
import { BlobNotFoundError, type BlobStorage } from '../../storage/blob-storage';
import { openContent, type OpenContent } from '../upload/open-content';

/** A smaller file is read in this thread: that is faster than sending it to another one, and blocks the API too briefly. */
const MIN_THREAD_BYTES = 131_072;

/** A file to be read, and what reads it. */
export interface FileSource extends ReadingContext {
  readonly request: ReadingRequest & { readonly blobKey: string; readonly fileSize: number };
  readonly storage: BlobStorage;
  readonly threads: ReadingThreads;
  /** Aborted when the attempt must stop. */
  readonly stop: AbortSignal;
}

/**
 * Reads the file of an import into batches. A file over 128 KiB, or a compressed one, is read in another thread, so that
 * the API stays responsive. The offsets of the batches of a compressed file are those of the stored file. `reading` is updated with each batch. Throws the reason of `stop`, a `JobFailure` when the file is missing,
 * and a `ReadingStoppedError` when the file needs too much memory or time.
 */
export async function* readFile(file: FileSource, reading: FileReading): AsyncGenerator<PreparedBatch> {
  const { request, storage, stop, threads } = file;
  const isSmall = request.fileSize <= MIN_THREAD_BYTES && (request.options.compression ?? null) === null;
  const workerInput = isSmall ? null : workerRequest(file);
  const { stream: source, consumed } = await openUpload(storage, request, stop);
  const batches =
    workerInput === null
      ? readRecords(file, source, reading)
      : threads.read(workerInput, source, file.pool, reading);
  try {
    for await (const batch of batches) {
      stop.throwIfAborted();
      yield consumed === null ? batch : { ...batch, endOffset: consumed() };
    }
  } finally {
    source.destroy();
  }
}

/** Milliseconds between the attempts to open a missing file: it may be about to come back, for example from a backup. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000];

const MISSING = {
  code: 'stored_file_missing',
  message:
    'The uploaded file is missing on the server, so the import could not read it. Rows that were reported as done are done. ' +
    'Send the file again, and report it to the operator of the server.',
};

/**
 * Opens the uploaded file. Tries five times within 15 s when the file is missing, then throws a `JobFailure`. Throws
 * `StorageUnavailableError` at once when the storage as a whole is not available, and the reason of `stop`.
 */
async function openUpload(
  storage: BlobStorage,
  { blobKey: key, fileSize: size, options }: FileSource['request'],
  stop: AbortSignal,
): Promise<OpenContent> {
  const { compression = null, member } = options;
  for (const ms of [...PAUSES_MS, null]) {
    try {
      return await openContent(storage, { key, size, name: null, compression, member });
    } catch (error) {
      if (error instanceof FileError) return { stream: failingWith(error), name: null, consumed: null };
      if (!(error instanceof BlobNotFoundError)) throw error;
      if (ms === null) throw new JobFailure(MISSING, { cause: error });
    }
    await pause(ms, undefined, { signal: stop }).catch(() => stop.throwIfAborted());
  }
  throw new Error('The last attempt either opens the file or throws.');
}

/** A content that cannot be opened, as one whose reading fails: the error is then one of the file. */
function failingWith(error: FileError): Readable {
  return new Readable({ read: (): void => undefined }).destroy(error);
}
