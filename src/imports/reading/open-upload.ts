import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { JobFailure } from '../../jobs/job-errors';
import { BlobNotFoundError, type BlobStorage } from '../../storage/blob-storage';

/** Milliseconds between the looks for a file that is not there: it may be on its way back, from a backup for example. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000];

const MISSING = {
  code: 'stored_file_missing',
  message:
    'The uploaded file is missing on the server, so the import could not read it; what was reported as done is done. ' +
    'Please send it again, and tell whoever runs the server.',
};

/**
 * Opens the uploaded file. One that is missing is looked for five times within 15 s; then a `JobFailure` is thrown. A
 * storage that is not there as a whole throws `StorageUnavailableError` at once. Throws the reason of `stop`.
 */
export async function openUpload(storage: BlobStorage, key: string, stop: AbortSignal): Promise<Readable> {
  for (const ms of [...PAUSES_MS, null]) {
    try {
      return await storage.open(key);
    } catch (error) {
      if (!(error instanceof BlobNotFoundError)) throw error;
      if (ms === null) throw new JobFailure(MISSING, { cause: error });
    }
    await pause(ms, undefined, { signal: stop }).catch(() => stop.throwIfAborted());
  }
  throw new Error('The last look either opens the file or throws.');
}
