import type { Logger } from '@nestjs/common';
import { isTransient } from '../database/transient-error';
import { FencedOutError } from './fenced-out-error';
import type { ClaimedJob } from './job';
import { INTERNAL_ERROR } from './job-error';
import type { JobStore } from './job-store';

const PAUSE_MS = 1_000;

/**
 * Answers what an attempt threw: a shutdown gives the job back, a passing failure of the database lets another attempt
 * follow, being fenced out or cancelled needs nothing, and anything else ends the job as failed. Never rejects: when
 * Postgres itself is gone, the lease runs out and the job is taken over.
 */
export async function endAttempt(
  store: JobStore,
  logger: Logger,
  job: ClaimedJob,
  error: unknown,
): Promise<void> {
  const name = `${job.kind} ${job.id}, attempt ${job.attempt}`;
  try {
    if (error === 'shutdown') {
      await store.handBack(job);
      logger.log(`${name}: given back at shutdown.`);
    } else if (error === 'cancelled' || error === 'lease_lost' || error instanceof FencedOutError) {
      await store.forget(job);
      logger.log(`${name}: stopped, ${error instanceof Error ? 'fenced out' : error}.`);
    } else if (isTransient(error)) {
      await store.postpone(job, PAUSE_MS);
      logger.warn(`${name}: the database failed in passing, another attempt follows: ${String(error)}`);
    } else {
      logger.error(`${name}: ${String(error)}`, error instanceof Error ? error.stack : undefined);
      await store.fail(job, [INTERNAL_ERROR]);
    }
  } catch (failure) {
    logger.warn(`${name}: its end could not be written, the lease runs out: ${String(failure)}`);
  }
}
