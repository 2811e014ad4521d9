/** What Bull carries: ids only. `attempt` is that of the job row when it was sent; with it the notification is unique. */
export interface JobNotification {
  id: string;
  attempt: number;
}

/** The Bull queues, one for each kind of job. */
export const QUEUE_NAMES = ['imports', 'exports'] as const;
