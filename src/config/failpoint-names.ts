/** Where a process can be let die, in the order in which a job passes. Each has a row in test/failpoints.slow.ts. */
export const FAILPOINT_NAMES = [
  'upload.stored', // the file is in the storage, its job is not in the database
  'import.queued', // the job is committed, no notification is sent
  'export.queued',
  'job.claimed', // the lease is taken, nothing is done
  'job.taken_over', // the sessions of the former attempt are ended, the job still belongs to it
  'import.staged', // a part of the file is in the TEMP tables
  'import.classified', // inside the transaction of a range: its rows are classified, none is written
  'import.applied', // inside it: all is written, COMMIT is not sent
  'import.committed', // a range is committed, the worker does not know it yet
  'abort.applied', // inside the one transaction of an abort: all is written, the job is completed, COMMIT is not sent
  'abort.committed',
  'import.ending', // every range took effect, the job is still processing
  'export.snapshot', // the snapshot is open, nothing is written
  'storage.written', // a file is whole under its temporary name
  'storage.renamed', // a file has its name, no job names it
  'export.applied', // inside the transaction that completes an export
  'export.committed',
  'job.ended', // the job is final, its lease and its notification still exist
  'job.cancelled', // a cancellation is committed, its response is not sent
  'job.given_back', // at a shutdown: the lease is given back, the process has not ended
] as const;

export type FailpointName = (typeof FAILPOINT_NAMES)[number];

/** At a failpoint: end as by kill -9, freeze, or throw; the `count`th time it is passed. */
export interface FailpointPlan {
  name: FailpointName;
  action: 'exit' | 'stop' | 'throw';
  count: number;
}
