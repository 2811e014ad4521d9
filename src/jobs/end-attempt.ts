import type { Logger } from '@nestjs/common';
import { FencedOutError } from './fenced-out-error';
import type { ClaimedJob } from './job';
import { INTERNAL_ERROR, JobFailure, readingStopped } from './job-error';
import { jobLogFields } from './job-log-fields';
import type { JobStore } from './job-store';
import { isOutsideFailure } from './outside-failure';
import { ReadingStoppedError } from './reading-stopped-error';

/** So often may a file stop its reading without progress in between. */
const MAX_READING_STOPS = 3;

/**
 * Answers what an attempt threw: a shutdown gives the job back, a failure from outside lets another attempt follow, a file
 * that stopped its reading is counted, being fenced out or cancelled needs nothing, and anything else ends the job as
 * failed. Never rejects: when Postgres itself is gone, the lease runs out and the job is taken over.
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
    } else if (error instanceof ReadingStoppedError) {
      const stops = await store.countReadingStop(job);
      logger.warn({ ...fields, stops, reason: error.reason }, 'its file stopped its reading');
      if (stops !== null && stops >= MAX_READING_STOPS) await store.fail(job, [readingStopped(error.reason)]);
    } else if (isOutsideFailure(error)) {
      await store.postpone(job);
      logger.warn({ ...fields, err: error }, 'interrupted from outside, another attempt follows');
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
