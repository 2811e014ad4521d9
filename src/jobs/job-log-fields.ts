import type { ClaimedJob } from './job';

/** What every line of the log about a job carries, beside its sentence. */
export const jobLogFields = ({ kind, id, attempt, workspaceId }: ClaimedJob): object => ({
  jobId: id,
  kind,
  attempt,
  workspaceId,
});
