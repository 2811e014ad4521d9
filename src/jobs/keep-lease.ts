import type { ClaimedJob } from './job';
import type { JobEvents } from './job-events';
import type { JobStore } from './job-store';

/**
 * Renews the lease every `everyMs` milliseconds and aborts the attempt when the job was cancelled or taken over; a
 * cancel is learnt at once from the job's events. Returns the function that ends it. A renewal that fails changes
 * nothing: the next one may succeed, and the fence guards the data whatever happens.
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
