import type { JobStatus } from './job';

/** One legal step in the life of a job. */
export interface JobTransition {
  from: JobStatus | null;
  to: JobStatus;
  /** One sentence: when this happens, and what guards it. */
  when: string;
}

/** Every legal transition; each is one conditional UPDATE, and a trigger refuses to change what is final. */
export const JOB_TRANSITIONS: readonly JobTransition[] = [
  { from: null, to: 'queued', when: 'The request was accepted: the row is the outbox, Bull only a hint.' },
  {
    from: 'queued',
    to: 'processing',
    when: 'A worker claimed it: attempt + 1 and a lease in database time; an import only when its lane is free.',
  },
  {
    from: 'processing',
    to: 'processing',
    when: 'The lease ended, and its wait when attempts before were lost too, and another worker took over: attempt + 1, after the session of the old attempt was terminated.',
  },
  { from: 'processing', to: 'completed', when: 'The worker finished, fenced by its attempt.' },
  {
    from: 'processing',
    to: 'failed',
    when: 'The worker met an error that ends the job, fenced by its attempt; or the file stopped its reading three times without progress; or a day of interruptions passed without progress.',
  },
  { from: 'queued', to: 'cancelled', when: 'A member cancelled it before a worker claimed it.' },
  {
    from: 'processing',
    to: 'cancelled',
    when: 'A member cancelled it: whoever updates the row first, worker or member, wins.',
  },
];

/** The states from which no transition leads away. */
export const FINAL_STATUSES: readonly JobStatus[] = ['completed', 'failed', 'cancelled'];

export const isFinal = (status: JobStatus): boolean => FINAL_STATUSES.includes(status);
