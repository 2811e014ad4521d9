import { isTransient, sqlState } from '../database/transient-error';
import { StorageUnavailableError } from '../storage/blob-storage';
import type { ClaimedJob, JobError } from './job';

/** The job was lost `times` times from outside, for a day. */
export const interruptedForADay = (times: number): JobError => ({
  code: 'worker_lost',
  message:
    `The service was interrupted ${times.toLocaleString('en')} times while it worked on this job, which made no progress ` +
    'for a day and is not tried again. The file or the request is not the cause: send it again when the service runs steadily.',
});

export const INTERNAL_ERROR: JobError = {
  code: 'internal_error',
  message:
    'An error on the server ended this job. Its log has the details; what was reported as done is done.',
};

/** Ends its job as failed, with an error for its owner. */
export class JobFailure extends Error {
  constructor(
    readonly reason: JobError,
    options?: ErrorOptions,
  ) {
    super(reason.message, options);
  }
}

/**
 * The input of a job stopped the thread that reads it. It counts against the input; everything else that ends an attempt
 * comes from outside.
 */
export class ReadingStoppedError extends Error {
  /** `reason`: a sentence for the owner of the file that says why. */
  constructor(readonly reason: string) {
    super(`Reading the file was stopped: ${reason}`);
  }
}

/** The attempt no longer has its job: it was taken over, cancelled or ended. The transaction that meets this rolls back. */
export class FencedOutError extends Error {
  constructor(readonly job: ClaimedJob) {
    super(`Attempt ${job.attempt} no longer has ${job.kind.name} ${job.id}.`);
  }
}

/**
 * SQL states that an operator or the state of the server can cause besides transient ones: a cancelled or timed out
 * statement (57, 25P0x), a failed disk (58), a login that is refused for now (28, 3D000), a standby that took the place
 * of the primary (25006).
 */
const OUTSIDE_STATES = /^(57...|58...|28...|3D000|25P0[234]|25006)$/;

/** Errors of the system that say nothing about what was read or written. */
const SYSTEM_CODES = new Set([
  ...['EMFILE', 'ENFILE', 'ENOMEM', 'EAGAIN', 'EBUSY', 'EIO', 'ESTALE', 'ETIMEDOUT'],
  'ERR_WORKER_INIT_FAILED',
]);

/** True when neither the job nor a defect of the code caused the error, so that another attempt is worthwhile. */
export function isOutsideFailure(error: unknown): boolean {
  if (isTransient(error) || error instanceof StorageUnavailableError) return true;
  const state = sqlState(error);
  if (state !== null) return OUTSIDE_STATES.test(state);
  const code: unknown = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && SYSTEM_CODES.has(code);
}
