import type { QueueName } from '../queue/job-notification';
import type { JobKind } from './job';

/** Where a kind of job lives: its table, and the queue of its hints. Names of this list are the only ones put into SQL text. */
export const JOB_TABLES: Record<JobKind, { table: 'import_jobs' | 'export_jobs'; queue: QueueName }> = {
  import: { table: 'import_jobs', queue: 'imports' },
  export: { table: 'export_jobs', queue: 'exports' },
};

export const JOB_KINDS: readonly JobKind[] = ['import', 'export'];
