import type { ClaimedJob, JobKind } from './job';

/** `application_name` of an attempt's own session, by which a later attempt finds and terminates it: at most 63 bytes. */
export function sessionName(job: ClaimedJob): string {
  return `almagest:${job.kind}:${job.id}:${job.attempt}`;
}

/** The names of the sessions of all attempts up to `attempt`. */
export function sessionsOf(kind: JobKind, id: string, attempt: number): string[] {
  return Array.from({ length: attempt }, (_, index) => `almagest:${kind}:${id}:${index + 1}`);
}
