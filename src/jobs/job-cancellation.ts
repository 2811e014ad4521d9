import { Injectable } from '@nestjs/common';
import { failpoint } from '../config/failpoint';
import { Database } from '../database/database';
import { problem } from '../http/problem/problem.exception';
import { nextOfSerializationKey } from './due-jobs';
import type { JobKind } from './job';
import { JobDispatcher } from './job-dispatcher';
import { JobStore } from './job-store';
import { isJobId, missingJob } from './missing-job';

/** Cancels a job for a member. */
@Injectable()
export class JobCancellation {
  constructor(
    private readonly database: Database,
    private readonly store: JobStore,
    private readonly dispatcher: JobDispatcher,
  ) {}

  /**
   * When it resolves, the job is cancelled and not one more row of it is written; cancelling again changes nothing.
   * Throws 404, 410, or 409 `conflict` for a job that completed or failed first.
   */
  async cancel(kind: JobKind, workspaceId: string, id: string, by: string | null): Promise<void> {
    const status = isJobId(id) ? await this.store.cancel(kind, workspaceId, id, by) : null;
    if (status === null) throw await missingJob(this.database, kind, workspaceId, id);
    if (status !== 'cancelled') {
      throw problem(409, 'conflict', `This ${kind} is already ${status} and can no longer be cancelled.`);
    }
    failpoint('job.cancelled');
    const next = kind === 'import' ? await nextOfSerializationKey(this.database, id) : null;
    if (next) this.dispatcher.wake('import', next.id, next.attempt);
  }
}
