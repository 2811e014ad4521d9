/** Why a job as a whole failed: a stable code and a sentence without internals. */
export interface JobError {
  code: string;
  message: string;
}

/** The file stopped its reading too often; `reason` is a sentence that says why. */
export const readingStopped = (reason: string): JobError => ({
  code: 'worker_lost',
  message:
    `Reading this file was stopped three times without progress and is not tried again. ${reason} ` +
    'Split the file and import the parts.',
});

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

/** Ends its job as failed, with words for its owner. */
export class JobFailure extends Error {
  constructor(
    readonly reason: JobError,
    options?: ErrorOptions,
  ) {
    super(reason.message, options);
  }
}
