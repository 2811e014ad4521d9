import { failpoint } from '../../config/failpoint';
import type { Database } from '../../database/database';
import { fence } from '../../jobs/fence';
import { FencedOutError } from '../../jobs/fenced-out-error';
import type { ClaimedJob } from '../../jobs/job';
import { releaseBytes } from '../../jobs/stored-bytes';
import type { BlobStorage, StoredBlob } from '../../storage/blob-storage';

/** A stored file that its job does not name yet. */
export interface WrittenExport extends StoredBlob {
  readonly key: string;
  readonly records: number;
  /** The instant of the snapshot, as Postgres prints it. */
  readonly snapshotAt: string;
}

/**
 * Completes the job with its file, in one transaction. A file whose attempt no longer holds the job is removed and
 * FencedOutError thrown; after any other failure the file stays, for the commit may have arrived, and the sweep of
 * orphans decides.
 */
export async function publish(
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
      await releaseBytes(tx, job.id); // from here on the job itself says how many there are
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
    // A commit whose answer was lost is repeated, and then meets the job that it completed itself.
    const named = await database.query(`SELECT FROM export_jobs WHERE id = $1 AND blob_key = $2`, [
      job.id,
      file.key,
    ]);
    if (named.length > 0) return;
    await storage.remove(file.key);
    throw error;
  }
}
