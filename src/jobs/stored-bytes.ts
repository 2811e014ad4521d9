import type { Database } from '../database/database';
import { lockWorkspace } from '../database/lock-workspace';
import type { Sql } from '../database/sql';
import { FencedOutError } from './fenced-out-error';
import type { ClaimedJob } from './job';
import type { JobError } from './job-error';
import { JOB_TABLES } from './job-tables';

/** A job cannot have the bytes that it asks for; `left` are there. Ends the job as failed. */
export class TooManyBytesError extends Error implements JobError {
  readonly code = 'too_many_bytes';

  constructor(
    limit: number,
    readonly left: number,
  ) {
    super(
      `The workspace may store ${limit.toLocaleString('en')} bytes of uploads, export files and row errors, and this job ` +
        'needs more than is left. Files go when their time is over; until then ask for fewer records, or correct the file.',
    );
  }
}

/** What a job asks for: `bytes` at the least, and `wish` where there is as much, so that it need not ask again soon. */
export interface WantedBytes {
  readonly bytes: number;
  readonly wish: number;
}

/**
 * Bytes that a workspace stores: uploads and export files that are kept, what running exports have reserved, and row errors.
 * Without what the job `except` has reserved.
 */
export async function countStoredBytes(
  sql: Sql,
  workspaceId: string,
  except: string | null = null,
): Promise<number> {
  const [row] = await sql.query<{ bytes: string }>(
    `SELECT (SELECT coalesce(sum(file_size), 0) FROM import_jobs WHERE workspace_id = $1 AND blob_removed_at IS NULL)
          + (SELECT coalesce(sum(byte_count), 0) FROM export_jobs WHERE workspace_id = $1 AND blob_removed_at IS NULL)
          + (SELECT coalesce(sum(bytes), 0) FROM job_bytes reserved
             WHERE workspace_id = $1 AND job_id IS DISTINCT FROM $2::uuid AND (kind = 'import' OR EXISTS (
               SELECT FROM export_jobs WHERE id = reserved.job_id AND status = 'processing')))
       AS bytes`,
    [workspaceId, except],
  );
  return Number(row?.bytes ?? 0);
}

/**
 * Reserves bytes for a job in all, in place of what it had reserved; answers how many it has now. `limit` is that of the
 * workspace, 0 for none. Throws TooManyBytesError when fewer than `wanted.bytes` are left, and FencedOutError when the attempt
 * no longer holds its job. It is a transaction of its own, beside that of the job: what is reserved counts at once in every
 * process.
 */
export function reserveBytes(
  database: Database,
  job: ClaimedJob,
  { bytes, wish }: WantedBytes,
  limit: number,
): Promise<number> {
  return database.transaction('READ COMMITTED', async (tx) => {
    await lockWorkspace(tx, job.workspaceId);
    const left = limit === 0 ? wish : limit - (await countStoredBytes(tx, job.workspaceId, job.id));
    if (left < bytes) throw new TooManyBytesError(limit, left);
    const reserved = Math.min(wish, left);
    const held = await tx.query(
      `INSERT INTO job_bytes (job_id, workspace_id, kind, bytes)
       SELECT id, workspace_id, $3, $4 FROM ${JOB_TABLES[job.kind].table}
       WHERE id = $1 AND attempt = $2 AND status = 'processing'
       ON CONFLICT (job_id) DO UPDATE SET bytes = excluded.bytes RETURNING job_id`,
      [job.id, job.attempt, job.kind, reserved],
    );
    if (held.length === 0) throw new FencedOutError(job);
    return reserved;
  });
}

/** Gives back what a job has reserved. */
export async function releaseBytes(sql: Sql, jobId: string): Promise<void> {
  await sql.query(`DELETE FROM job_bytes WHERE job_id = $1`, [jobId]);
}
