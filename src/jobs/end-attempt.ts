import type { Logger } from '@nestjs/common';
import { isTransient } from '../database/transient-error';
import { StorageUnavailableError } from '../storage/blob-storage';
import { FencedOutError } from './fenced-out-error';
import type { ClaimedJob } from './job';
import { INTERNAL_ERROR, JobFailure } from './job-error';
import { jobLogFields } from './job-log-fields';
import type { JobStore } from './job-store';

const PAUSE_MS = 1_000;

/**
 * Answers what an attempt threw: a shutdown gives the job back, a passing failure of the database or
 * the storage lets another attempt follow, being fenced out or cancelled needs nothing, and anything else ends the job as failed. Never rejects: when
 * Postgres itself is gone, the lease runs out and the job is taken over.
 */
export async function endAttempt(
  store: JobStore,
  logger: Logger,
  job: ClaimedJob,
  error: unknown,
): Promise<void> {
  const fields = jobLogFields(job);
  try {
    if (error === 'shutdown') {
      await store.handBack(job);
      logger.log(fields, 'given back at shutdown');
    } else if (error === 'cancelled' || error === 'lease_lost' || error instanceof FencedOutError) {
      await store.forget(job);
      logger.log(fields, `stopped: ${error instanceof Error ? 'fenced out' : error}`);
    } else if (isTransient(error)) {
      await store.postpone(job, PAUSE_MS);
      logger.warn({ ...fields, err: error }, 'the database failed in passing, another attempt follows');
    } else if (error instanceof StorageUnavailableError) {
      await store.postpone(job, PAUSE_MS, { counts: false });
      logger.warn({ ...fields, err: error }, 'the storage cannot be used, another attempt follows');
    } else if (error instanceof JobFailure) {
      await store.fail(job, [error.reason]);
      logger.warn({ ...fields, err: error }, `failed: ${error.reason.code}`);
    } else {
      logger.error({ ...fields, err: error }, 'failed by an error of the server');
      await store.fail(job, [INTERNAL_ERROR]);
    }
  } catch (failure) {
    logger.warn({ ...fields, err: failure }, 'its end could not be written, the lease runs out');
  }
}
