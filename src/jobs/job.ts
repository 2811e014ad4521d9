/** Life of a job; docs/architecture.md holds the table of legal transitions. */
export const JOB_STATUSES = ['queued', 'processing', 'completed', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** The two kinds of job; each has a table of its own with the same columns for its life. */
export type JobKind = 'import' | 'export';

/** A job that this worker holds: every durable write of the attempt is fenced by `attempt`. */
export interface ClaimedJob {
  kind: JobKind;
  id: string;
  workspaceId: string;
  attempt: number;
}

/** Why a running attempt must stop at its next step. */
export type StopReason = 'cancelled' | 'lease_lost' | 'shutdown';

/** Runs one kind of job. `stop` is aborted with a `StopReason` as its reason; the runner ends at its next step by throwing it. */
export abstract class JobRunner {
  abstract readonly kind: JobKind;
  abstract run(job: ClaimedJob, stop: AbortSignal): Promise<void>;
}
