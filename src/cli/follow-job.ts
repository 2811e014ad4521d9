import { setTimeout as sleep } from 'node:timers/promises';
import type { FollowedJob } from './followed-job';
import type { JobProgress } from './terminal/job-progress';

const FIRST_PAUSE_MS = 100;
const MAX_PAUSE_MS = 1_000;

/** Reads a job until it ends, ever more slowly up to once a second, and shows each state of it. Answers the last. */
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
