import { setTimeout as sleep } from 'node:timers/promises';
import { dataOf } from '../client/api-problem';
import type { components } from '../client/api-types';
import { retry, type RetryOptions } from '../client/retry';
import type { Session } from './command';
import type { FollowedJob, JobProgress } from './terminal/job-progress';
import { duration, say, type Terminal } from './terminal/terminal';

type ImportJob = components['schemas']['ImportJobDto'];
type ExportJob = components['schemas']['ExportJobDto'];

/** Reads an import; retries a lost connection. */
export async function readImport(
  { client, workspaceId }: Session,
  id: string,
  signal: AbortSignal,
): Promise<ImportJob> {
  const params = { path: { workspaceId, id } };
  return dataOf(
    await retry(() => client.GET('/v1/workspaces/{workspaceId}/imports/{id}', { params, signal }), {
      signal,
    }),
  );
}

/** Reads an export; retries a lost connection. */
export async function readExport(
  { client, workspaceId }: Session,
  id: string,
  signal: AbortSignal,
): Promise<ExportJob> {
  const params = { path: { workspaceId, id } };
  return dataOf(
    await retry(() => client.GET('/v1/workspaces/{workspaceId}/exports/{id}', { params, signal }), {
      signal,
    }),
  );
}

const FIRST_PAUSE_MS = 100;
const MAX_PAUSE_MS = 1_000;

/** Polls a job until it ends, with pauses that grow to one second, and shows each state. Returns the last one. */
export async function followJob<Job extends FollowedJob>(
  read: () => Promise<Job>,
  progress: JobProgress,
  signal: AbortSignal,
): Promise<Job> {
  try {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, MAX_PAUSE_MS)) {
      const job = await read();
      progress.show(job);
      if (job.status !== 'queued' && job.status !== 'processing') return job;
      await sleep(pause, undefined, { signal });
    }
  } finally {
    progress.end();
  }
}

/** Reports that a request is retried. */
export const retryOptions =
  (terminal: Terminal, what: string): NonNullable<RetryOptions['onRetry']> =>
  (reason, pauseMs) =>
    say(terminal, `${what} failed (${reason}); trying again in ${duration(pauseMs)} with the same key.`);
