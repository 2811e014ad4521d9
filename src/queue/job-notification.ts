/** What Bull carries: ids only. `attempt` is the one the job row had when the hint was sent; it makes the hint unique. */
export interface JobNotification {
  id: string;
  attempt: number;
}

/** The Bull queues, one for each kind of job. */
export const QUEUE_NAMES = ['imports', 'exports'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];
