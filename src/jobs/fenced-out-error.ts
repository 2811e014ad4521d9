import type { ClaimedJob } from './job';

/** The attempt no longer holds its job: it was taken over, cancelled or ended. The transaction that met this must roll back. */
export class FencedOutError extends Error {
  constructor(readonly job: ClaimedJob) {
    super(`Attempt ${job.attempt} no longer holds ${job.kind} ${job.id}.`);
  }
}
