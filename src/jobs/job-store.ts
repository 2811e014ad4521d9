import { Injectable, Inject } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import type { Sql } from '../database/sql';
import { claimQueued, takeOver } from './claim';
import { dueJobs, fairestDue, retryWait } from './due';
import type { ClaimedJob, JobError, JobKind, JobStatus, StopReason } from './job';

/** Claims jobs, keeps their leases and ends them. Times are the database's; every transition is one conditional UPDATE. */
@Injectable()
export class JobStore {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Claims the job for `worker`, or takes it over from a worker whose lease ended. Null: it cannot be claimed now. */
  async claim(kind: JobKind, id: string, worker: string): Promise<ClaimedJob | null> {
    const lease = { worker, ms: this.settings.leaseMs };
    return (
      (await claimQueued(this.sql, kind, id, lease, this.settings.runningJobs)) ??
      (await takeOver(this.sql, kind, id, lease, this.settings.retryMaxMs))
    );
  }

  /** Ids of at most `limit` jobs that could be claimed now, oldest first. */
  due(kind: JobKind, limit: number): Promise<string[]> {
    return dueJobs(this.sql, kind, limit, this.settings.runningJobs);
  }

  /** Id of the queued job whose turn it is among all workspaces, or `asked` when that job is queued no more; null: none. */
  fairest(kind: JobKind, asked: string | null = null): Promise<string | null> {
    return fairestDue(this.sql, kind, this.settings.runningJobs, asked);
  }

  /** Renews the lease and returns null, or returns why the attempt must stop. */
  async renew(job: ClaimedJob): Promise<StopReason | null> {
    const [renewed] = await this.sql.query<{ status: JobStatus }>(
      `UPDATE job_leases lease SET lease_until = clock_timestamp() + $3::int * interval '1 ms'
       FROM ${job.kind.table} job
       WHERE lease.job_id = $1 AND lease.attempt = $2 AND job.id = lease.job_id AND job.attempt = $2
       RETURNING job.status`,
      [job.id, job.attempt, this.settings.leaseMs],
    );
    if (renewed === undefined) return 'lease_lost';
    return renewed.status === 'cancelled' ? 'cancelled' : null;
  }

  /** Gives the job back at once, for example at shutdown: the next worker takes over, and no stall is counted. */
  async handBack(job: ClaimedJob): Promise<void> {
    await this.sql.query(
      `UPDATE job_leases SET lease_until = clock_timestamp(), retry_wait_ms = 0, worker = NULL
       WHERE job_id = $1 AND attempt = $2`,
      [job.id, job.attempt],
    );
  }

  /** Gives a job back that was interrupted from outside: another attempt follows, the later the more were lost in a row. */
  async postpone(job: ClaimedJob): Promise<void> {
    const losses = 'CASE WHEN job.progressed THEN 0 ELSE job.stalls END';
    await this.sql.query(
      `UPDATE job_leases lease
       SET retry_wait_ms = 0, lease_until = clock_timestamp() + ${retryWait(losses, '$3')} * interval '1 ms'
       FROM ${job.kind.table} job
       WHERE lease.job_id = $1 AND lease.attempt = $2 AND job.id = $1`,
      [job.id, job.attempt, this.settings.retryMaxMs],
    );
  }

  /**
   * Counts that the input of the job stopped its reading, and gives the job back for another attempt. Resolves to the
   * count since the last progress; null when the attempt no longer has the job, or its kind counts no stops.
   */
  async countReadingStop({ kind, id, attempt }: ClaimedJob): Promise<number | null> {
    if (kind.readingStops === null) return null;
    const { column } = kind.readingStops;
    const [counted] = await this.sql.query<{ stops: number }>(
      `WITH counted AS (
         UPDATE ${kind.table} SET ${column} = CASE WHEN progressed THEN 0 ELSE ${column} + 1 END
         WHERE id = $1 AND attempt = $2 AND status = 'processing'
         RETURNING id, ${column} AS stops
       ), given_back AS (
         UPDATE job_leases lease
         SET worker = NULL, retry_wait_ms = 0, lease_until = clock_timestamp()
           + ${retryWait('greatest(0, counted.stops - 1)', '$3')} * interval '1 ms'
         FROM counted WHERE lease.job_id = counted.id AND lease.attempt = $2
       )
       SELECT stops FROM counted`,
      [id, attempt, this.settings.retryMaxMs],
    );
    return counted?.stops ?? null;
  }

  /** Forgets the lease of an attempt that ended its job. */
  async forget(job: ClaimedJob): Promise<void> {
    await this.sql.query(`DELETE FROM job_leases WHERE job_id = $1 AND attempt = $2`, [job.id, job.attempt]);
  }

  /** Ends the job as failed; false when the attempt no longer has it. */
  fail(job: ClaimedJob, errors: readonly JobError[]): Promise<boolean> {
    return job.kind.fail(this.sql, job, errors);
  }

  /** Cancels a job that is not final, and returns the status it has now; null when the workspace has no such job. */
  async cancel(kind: JobKind, workspaceId: string, id: string, by: string | null): Promise<JobStatus | null> {
    const assignments = [
      `status = 'cancelled', cancelled_by = $3, finished_at = clock_timestamp()`,
      ...kind.cancelAssignments,
    ];
    const [cancelled] = await this.database.query(
      `UPDATE ${kind.table} SET ${assignments.join(', ')}
       WHERE id = $1 AND workspace_id = $2 AND status IN ('queued', 'processing') RETURNING id`,
      [id, workspaceId, by],
    );
    if (cancelled !== undefined) return 'cancelled';
    const [job] = await this.database.query<{ status: JobStatus }>(
      `SELECT status FROM ${kind.table} WHERE id = $1 AND workspace_id = $2`,
      [id, workspaceId],
    );
    return job?.status ?? null;
  }

  /** Leases belong to no one workspace, and no request or job may take the connections for them. */
  private get sql(): Sql {
    return this.database.leases.everywhere;
  }
}
