import type { Sql } from '../database/sql';

/** Life of a job; docs/architecture.md has the table of legal transitions. */
export const JOB_STATUSES = ['queued', 'processing', 'completed', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** The statuses that no transition leaves; a trigger refuses to change a final job. */
const FINAL_STATUSES: readonly JobStatus[] = ['completed', 'failed', 'cancelled'];

export const isFinal = (status: JobStatus): boolean => FINAL_STATUSES.includes(status);

/** Why a job as a whole failed: a stable code and a sentence without internals. */
export interface JobError {
  code: string;
  message: string;
}

/**
 * A kind of job. Its table has the columns `id`, `seq`, `workspace_id`, `status`, `attempt`, `stalls`, `progressed`,
 * `interrupted_since`, `progress`, `created_at`, `started_at`, `finished_at`, `cancelled_by`, `blob_key` and
 * `blob_removed_at`. The names of tables, columns and indexes become SQL text: they are constants, never input.
 */
export interface JobKind {
  /** Singular and lower case. Used in logs, metrics, messages, notifications and the columns `kind`. */
  readonly name: string;
  readonly table: string;
  /** The queue of its notifications. */
  readonly queue: string;
  /** Prefix of the keys of its stored files. */
  readonly keyPrefix: string;
  /**
   * Jobs with the same values in `columns` run one after the other, in the order of `seq`. The unique index `index`
   * refuses a second one that is `processing`. Null: all jobs of the kind may run at once.
   */
  readonly serializationKey: { readonly columns: readonly string[]; readonly index: string } | null;
  /** The columns that a running attempt may set. A jsonb column takes JSON text. */
  readonly fencedColumns: readonly string[];
  /** Those of them that count as progress: an attempt that changes one and then dies did not stall. */
  readonly progressColumns: readonly string[];
  /** Column with the bytes of the stored file. */
  readonly bytesColumn: string;
  /** Whether the bytes that a job has reserved count until they are released, or only while it is `processing`. */
  readonly reservationCounts: 'until_released' | 'while_processing';
  /** Table of further rows of a job, by `job_id`; they are removed with the file. */
  readonly detailTable: string | null;
  /** SQL assignments of a cancellation besides those of every kind. */
  readonly cancelAssignments: readonly string[];
  /** For a kind whose input can stop an attempt: the column that counts this, and the error after too many stops. */
  readonly readingStops: { readonly column: string; error(reason: string): JobError } | null;
  /** `processing → failed` in one statement, `errors` included; false when the attempt no longer has the job. */
  fail(sql: Sql, job: ClaimedJob, errors: readonly JobError[]): Promise<boolean>;
}

/** A job that this worker has claimed: every durable write of the attempt is fenced by `attempt`. */
export interface ClaimedJob {
  readonly kind: JobKind;
  readonly id: string;
  readonly workspaceId: string;
  readonly attempt: number;
}

/** Why a running attempt must stop at its next step. */
export type StopReason = 'cancelled' | 'lease_lost' | 'shutdown';

/** The fields that every log line about a job has. */
export const jobLogFields = ({ kind, id, attempt, workspaceId }: ClaimedJob): object => ({
  jobId: id,
  kind: kind.name,
  attempt,
  workspaceId,
});

/** `application_name` of an attempt's session, at most 63 bytes. A later attempt finds and terminates it by this name. */
export function sessionName({ kind, id, attempt }: ClaimedJob): string {
  return `almagest:${kind.name}:${id}:${attempt}`;
}

/** The names of the sessions of all attempts up to this one. */
export function sessionNames(job: ClaimedJob): string[] {
  return Array.from({ length: job.attempt }, (_, index) => sessionName({ ...job, attempt: index + 1 }));
}
