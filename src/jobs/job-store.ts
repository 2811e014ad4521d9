import { Injectable, Inject } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import type { ClaimedJob, JobKind, JobStatus, StopReason } from './job';
import { claimQueued } from './claim-queued';
import { dueJobs } from './due-jobs';
import { failJob } from './fail-job';
import { fairestDue } from './fairest-due';
import type { JobError } from './job-error';
import { JOB_TABLES } from './job-tables';
import { countReadingStop, postponeJob } from './lost-attempt';
import { takeOver } from './take-over';

/** The SQL of a job's life. Times are the database's; every transition is one conditional UPDATE. */
@Injectable()
export class JobStore {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Claims the job for `worker`, or takes it over from a worker whose lease ended. Null: it is not to be had. */
  async claim(kind: JobKind, id: string, worker: string): Promise<ClaimedJob | null> {
    const lease = { worker, ms: this.settings.leaseMs };
    return (
      (await claimQueued(this.database.leases.everywhere, kind, id, lease, this.settings.runningJobs)) ??
      (await takeOver(this.database.leases.everywhere, kind, id, lease, this.settings.retryMaxMs))
    );
  }

  /** Ids of at most `limit` jobs that could be claimed now, oldest first. */
  due(kind: JobKind, limit: number): Promise<string[]> {
    return dueJobs(this.database.leases.everywhere, kind, limit, this.settings.runningJobs);
  }

  /** Id of the queued job whose turn it is among all workspaces, or of `asked` when it is queued no more; null: none may run. */
  fairest(kind: JobKind, asked: string | null = null): Promise<string | null> {
    return fairestDue(this.database.leases.everywhere, kind, this.settings.runningJobs, asked);
  }

  /** Renews the lease; otherwise says why the attempt must stop. */
  async renew(job: ClaimedJob): Promise<StopReason | null> {
    const [renewed] = await this.database.leases.everywhere.query<{ status: JobStatus }>(
      `UPDATE job_leases lease SET lease_until = clock_timestamp() + $3::int * interval '1 ms'
       FROM ${JOB_TABLES[job.kind].table} job
       WHERE lease.job_id = $1 AND lease.attempt = $2 AND job.id = lease.job_id AND job.attempt = $2
       RETURNING job.status`,
      [job.id, job.attempt, this.settings.leaseMs],
    );
    if (renewed === undefined) return 'lease_lost';
    return renewed.status === 'cancelled' ? 'cancelled' : null;
  }

  /** Gives the job back at once, for example at shutdown: the next worker takes over, and no stall is counted. */
  async handBack(job: ClaimedJob): Promise<void> {
    await this.database.leases.everywhere.query(
      `UPDATE job_leases SET lease_until = clock_timestamp(), retry_wait_ms = 0, worker = NULL
       WHERE job_id = $1 AND attempt = $2`,
      [job.id, job.attempt],
    );
  }

  /** Gives the job up after a failure from outside: another attempt follows, the later the more were lost in a row. */
  postpone(job: ClaimedJob): Promise<void> {
    return postponeJob(this.database.leases.everywhere, job, this.settings.retryMaxMs);
  }

  /** Counts a reading that the file stopped, and gives the job back; null when the attempt no longer holds it. */
  countReadingStop(job: ClaimedJob): Promise<number | null> {
    return countReadingStop(this.database.leases.everywhere, job, this.settings.retryMaxMs);
  }

  /** Forgets the lease of an attempt that ended its job. */
  async forget(job: ClaimedJob): Promise<void> {
    await this.database.leases.everywhere.query(`DELETE FROM job_leases WHERE job_id = $1 AND attempt = $2`, [
      job.id,
      job.attempt,
    ]);
  }

  /** Ends the job as failed if this attempt still holds it; imports report the errors with no row, exports the first one. */
  fail(job: ClaimedJob, errors: readonly JobError[]): Promise<boolean> {
    return failJob(this.database.leases.everywhere, job, errors);
  }

  /** Cancels what is not final, and answers the status the job has now; null when the workspace has no such job. */
  async cancel(kind: JobKind, workspaceId: string, id: string, by: string | null): Promise<JobStatus | null> {
    const { table } = JOB_TABLES[kind];
    const unprocessed = kind === 'import' ? ', unprocessed_count = row_count - processed_count' : '';
    const [cancelled] = await this.database.query(
      `UPDATE ${table} SET status = 'cancelled', cancelled_by = $3, finished_at = clock_timestamp()${unprocessed}
       WHERE id = $1 AND workspace_id = $2 AND status IN ('queued', 'processing') RETURNING id`,
      [id, workspaceId, by],
    );
    if (cancelled !== undefined) return 'cancelled';
    const [job] = await this.database.query<{ status: JobStatus }>(
      `SELECT status FROM ${table} WHERE id = $1 AND workspace_id = $2`,
      [id, workspaceId],
    );
    return job?.status ?? null;
  }
}
