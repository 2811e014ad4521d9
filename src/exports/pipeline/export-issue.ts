import { FilterError } from '../../catalog/filter/filter';
import type { JobError } from '../../jobs/job-error';
import { TooManyBytesError } from '../../jobs/stored-bytes';
import { StorageFullError } from '../../storage/blob-storage';

/** An export that cannot be written as it was asked for; ends its job as failed. */
export class ExportIssue extends Error implements JobError {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The error with which a job ends after `error`, in words for its owner; null when it is none of the owner's business. */
export function ownersError(error: unknown): JobError | null {
  if (error instanceof ExportIssue || error instanceof TooManyBytesError)
    return { code: error.code, message: error.message };
  if (error instanceof StorageFullError) {
    return { code: 'storage_full', message: 'The server has no room for the file; nothing of it was kept.' };
  }
  if (error instanceof FilterError) {
    const message = `The filter no longer fits the fields of the workspace: ${error.message}`;
    return { code: 'invalid_filter', message };
  }
  return null;
}
