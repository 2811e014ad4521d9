import type { Logger } from '@nestjs/common';
import { jobLogFields, type ClaimedJob } from './job';
import {
  FencedOutError,
  INTERNAL_ERROR,
  isOutsideFailure,
  JobFailure,
  ReadingStoppedError,
} from './job-errors';
import type { JobEvents } from './job-events';
import type { JobStore } from './job-store';

/** So often may the input of a job stop its reading without progress in between. */
const MAX_READING_STOPS = 3;

/**
 * Renews the lease every `everyMs` milliseconds and aborts the attempt when the job was cancelled or taken over. The
 * events of the job report a cancellation at once. Returns the function that ends the renewal. A renewal that fails
 * changes nothing: the next one may succeed, and the fence protects the data in any case.
 */
export function keepLease(
  job: ClaimedJob,
  { store, events, everyMs }: { store: JobStore; events: JobEvents; everyMs: number },
  attempt: AbortController,
): () => void {
  const renew = async (): Promise<void> => {
    const reason = await store.renew(job).catch(() => null);
    if (reason !== null) attempt.abort(reason);
  };
  const timer = setInterval(() => void renew(), everyMs);
  const unsubscribe = events.subscribe(job.kind, job.id, (status) => {
    if (status === 'cancelled') attempt.abort('cancelled');
  });
  return () => {
    clearInterval(timer);
    unsubscribe();
  };
}

/**
 * Handles what an attempt threw: a shutdown gives the job back, a failure from outside lets another attempt follow, an
 * input that stopped its reading is counted, a cancelled or fenced-out attempt needs nothing, and anything else ends the
 * job as failed. Never rejects: when Postgres itself is unavailable, the lease runs out and the job is taken over.
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
      const { readingStops } = job.kind;
      if (readingStops !== null && stops !== null && stops >= MAX_READING_STOPS)
        await store.fail(job, [readingStops.error(error.reason)]);
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
