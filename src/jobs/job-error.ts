/** Why a job as a whole failed: a stable code and a sentence without internals. */
export interface JobError {
  code: string;
  message: string;
}

export const WORKER_LOST: JobError = {
  code: 'worker_lost',
  message:
    'This job stopped its worker three times without progress and is not tried again. ' +
    'Split the file or simplify the request, and send it anew.',
};

export const INTERNAL_ERROR: JobError = {
  code: 'internal_error',
  message:
    'An error on the server ended this job. Its log has the details; what was reported as done is done.',
};

/** Ends its job as failed, with words for its owner. */
export class JobFailure extends Error {
  constructor(
    readonly reason: JobError,
    options?: ErrorOptions,
  ) {
    super(reason.message, options);
  }
}
