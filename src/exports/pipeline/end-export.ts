import { FilterError } from '../../catalog/filter/filter';
import { ZipTooLargeError } from '../../formats/pack/zip';
import { failpoint } from '../../config/failpoint';
import type { Database } from '../../database/database';
import { fence } from '../../jobs/fence';
import { FencedOutError } from '../../jobs/job-errors';
import type { ClaimedJob, JobError } from '../../jobs/job';
import { releaseBytes, TooManyBytesError } from '../../jobs/job-quota';
import { type BlobStorage, type StoredBlob, StorageFullError } from '../../storage/blob-storage';

/** A stored file that its job does not name yet. */
export interface WrittenExport extends StoredBlob {
  readonly key: string;
  readonly records: number;
  /** The instant of the snapshot, as Postgres prints it. */
  readonly snapshotAt: string;
}

/** An export that cannot be written as requested; ends its job as failed. */
export class ExportError extends Error implements JobError {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Completes the job with its file, in one transaction. Removes the file and throws FencedOutError when
 * another attempt owns the job. After any other error the file stays: the transaction may have been
 * committed, and the reconciler removes orphans.
 */
export async function publishExport(
  database: Database,
  storage: BlobStorage,
  job: ClaimedJob,
  file: WrittenExport,
  retentionDays: number,
): Promise<void> {
  try {
    await database.transaction('READ COMMITTED', async (tx) => {
      const [end] = await tx.query<{ at: string }>(
        `SELECT clock_timestamp() + make_interval(days => $1::int) AS at`,
        [retentionDays],
      );
      await releaseBytes(tx, job.id); // from now on the row of the job itself counts its bytes
      await fence(tx, job, {
        status: 'completed',
        row_count: file.records,
        byte_count: file.size,
        sha256: file.sha256,
        snapshot_at: file.snapshotAt,
        blob_key: file.key,
        expires_at: end?.at ?? null,
        progress: 100,
      });
      failpoint('export.applied');
    });
    failpoint('export.committed');
  } catch (error) {
    if (!(error instanceof FencedOutError)) throw error;
    // When the response to a commit is lost, the commit is repeated and finds the job that it completed
    // itself.
    const named = await database.query(`SELECT FROM export_jobs WHERE id = $1 AND blob_key = $2`, [
      job.id,
      file.key,
    ]);
    if (named.length > 0) return;
    await storage.remove(file.key);
    throw error;
  }
}

/** Ends the job as failed when its owner can act on `error`; throws every other error. */
export async function failExport(database: Database, job: ClaimedJob, error: unknown): Promise<void> {
  const reason = ownersError(error);
  if (reason === null) throw error;
  await fence(database, job, { status: 'failed', error: JSON.stringify(reason) });
}

/** The error that the owner of the job sees; null for an internal error. */
function ownersError(error: unknown): JobError | null {
  if (error instanceof ExportError || error instanceof TooManyBytesError || error instanceof ZipTooLargeError)
    return { code: error.code, message: error.message };
  if (error instanceof StorageFullError) {
    return {
      code: 'storage_full',
      message: 'The server has no space left for the file. No part of the file was kept.',
    };
  }
  if (error instanceof FilterError) {
    const message = `The filter no longer fits the fields of the workspace: ${error.message}`;
    return { code: 'invalid_filter', message };
  }
  return null;
}
