import type { ImportRun } from '../pipeline/import-run';
import type { FileReading } from './file-reading';
import { openUpload } from './open-upload';
import type { PreparedBatch } from './prepared-batch';
import { readRecords } from './read-records';
import { workerRequest } from './worker-request';

/** A file this small is read where it is sooner than another thread could be told of it, and holds up nobody. */
const SMALL_BYTES = 131_072;

/**
 * Reads the file of an import into batches: a small one here, any other one in a thread of its own, so that the API
 * answers meanwhile. `reading` is kept up to date, and so is what `run` knows of the file.
 */
export async function* readFile(run: ImportRun, reading: FileReading): AsyncGenerator<PreparedBatch> {
  const { request, storage, stop, threads } = run;
  const order = request.fileSize > SMALL_BYTES ? workerRequest(run) : null;
  const source = await openUpload(storage, request.blobKey, stop);
  const batches =
    order === null ? readRecords(run, source, reading) : threads.read(order, source, run.pool, reading);
  try {
    for await (const batch of batches) {
      stop.throwIfAborted();
      run.given.note(batch.given);
      run.binder.ignore(batch.ignored);
      run.order.ascending = batch.ascending;
      yield batch;
    }
  } finally {
    source.destroy();
  }
}
