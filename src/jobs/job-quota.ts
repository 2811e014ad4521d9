import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import { lockWorkspace, type Sql } from '../database/sql';
import { counted } from '../formats/counted';
import { problem } from '../http/problem/problem.exception';
import type { ClaimedJob, JobError, JobKind } from './job';
import { FencedOutError } from './job-errors';
import { JobKinds } from './job-runners';

/** A queue gets shorter within seconds; files are removed after days. */
const RETRY_AFTER_S = { jobs: '5', bytes: '3600' };

/** A job cannot have the bytes that it asks for; `left` are available. Ends the job as failed. */
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

/** What a running job asks for: at least `bytes`, and `wish` where so many are left, so that it need not ask again soon. */
export interface WantedBytes {
  readonly bytes: number;
  readonly wish: number;
}

/** What the jobs of a workspace may take: a number of queued jobs, and bytes of stored files and row errors. */
@Injectable()
export class JobQuota {
  constructor(
    private readonly database: Database,
    private readonly kinds: JobKinds,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws 429 when the workspace may not queue one more job now: a client need not send a file then. */
  async look(kind: JobKind, workspaceId: string): Promise<void> {
    await this.check(this.database, kind, workspaceId, 1);
  }

  /**
   * Throws 429 when the workspace may not have the job that `tx` is about to create, with a file of `bytes`. Other requests
   * of the workspace wait here until `tx` ends, so however many come at once, not one job too many is created.
   */
  async take(tx: Sql, kind: JobKind, workspaceId: string, bytes = 1): Promise<void> {
    await lockWorkspace(tx, workspaceId);
    await this.check(tx, kind, workspaceId, bytes);
  }

  /**
   * Reserves bytes for a running job in all, in place of what it had reserved; returns how many it has now. Throws
   * TooManyBytesError when fewer than `wanted.bytes` are left, and FencedOutError when the attempt no longer has its job.
   * It is a transaction of its own, beside that of the job: what is reserved counts at once in every process.
   */
  reserve(job: ClaimedJob, { bytes, wish }: WantedBytes): Promise<number> {
    const limit = this.settings.storedBytes;
    return this.database.transaction('READ COMMITTED', async (tx) => {
      await lockWorkspace(tx, job.workspaceId);
      const left = limit === 0 ? wish : limit - (await this.countStoredBytes(tx, job.workspaceId, job.id));
      if (left < bytes) throw new TooManyBytesError(limit, left);
      const reserved = Math.min(wish, left);
      const written = await tx.query(
        `INSERT INTO job_bytes (job_id, workspace_id, kind, bytes)
         SELECT id, workspace_id, $3, $4 FROM ${job.kind.table}
         WHERE id = $1 AND attempt = $2 AND status = 'processing'
         ON CONFLICT (job_id) DO UPDATE SET bytes = excluded.bytes RETURNING job_id`,
        [job.id, job.attempt, job.kind.name, reserved],
      );
      if (written.length === 0) throw new FencedOutError(job);
      return reserved;
    });
  }

  private async check(sql: Sql, kind: JobKind, workspaceId: string, bytes: number): Promise<void> {
    const { queuedJobs, storedBytes } = this.settings;
    if ((await countQueued(sql, kind, workspaceId)) >= queuedJobs) {
      const detail = `The workspace has ${counted(queuedJobs, `queued ${kind.name}`)} already.`;
      throw problem(429, 'too_many_jobs', detail, { headers: { 'Retry-After': RETRY_AFTER_S.jobs } });
    }
    if (storedBytes > 0 && (await this.countStoredBytes(sql, workspaceId)) + bytes > storedBytes) {
      const detail = `The workspace may store ${storedBytes.toLocaleString('en')} bytes of uploads, export files and row errors, and this would be more. Files go when their time is over.`;
      throw problem(429, 'too_many_bytes', detail, { headers: { 'Retry-After': RETRY_AFTER_S.bytes } });
    }
  }

  /** Bytes that a workspace stores: files that are not removed yet, and reservations without that of the job `except`. */
  private async countStoredBytes(
    sql: Sql,
    workspaceId: string,
    except: string | null = null,
  ): Promise<number> {
    const files = this.kinds.all.map(
      ({ table, bytesColumn }) =>
        `(SELECT coalesce(sum(${bytesColumn}), 0) FROM ${table} WHERE workspace_id = $1 AND blob_removed_at IS NULL)`,
    );
    const counting = this.kinds.all.map(({ name, table, reservationCounts }) =>
      reservationCounts === 'until_released'
        ? `kind = '${name}'`
        : `kind = '${name}' AND EXISTS (
             SELECT FROM ${table} WHERE id = reserved.job_id AND status = 'processing')`,
    );
    const [row] = await sql.query<{ bytes: string }>(
      `SELECT ${files.join(' + ')}
            + (SELECT coalesce(sum(bytes), 0) FROM job_bytes reserved
               WHERE workspace_id = $1 AND job_id IS DISTINCT FROM $2::uuid AND (${counting.join(' OR ')}))
         AS bytes`,
      [workspaceId, except],
    );
    return Number(row?.bytes ?? 0);
  }
}

/** Gives back what a job has reserved. */
export async function releaseBytes(sql: Sql, jobId: string): Promise<void> {
  await sql.query(`DELETE FROM job_bytes WHERE job_id = $1`, [jobId]);
}

async function countQueued(sql: Sql, kind: JobKind, workspaceId: string): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM ${kind.table} WHERE workspace_id = $1 AND status = 'queued'`,
    [workspaceId],
  );
  return row?.count ?? 0;
}
