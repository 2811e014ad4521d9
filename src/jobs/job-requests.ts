import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { failpoint } from '../config/failpoint';
import { Database } from '../database/database';
import type { Sql } from '../database/sql';
import { notFound, problem, type ProblemException } from '../http/problem/problem.exception';
import { nextOfSerializationKey } from './due';
import type { JobKind } from './job';
import { JobDispatcher } from './job-notifications';
import { JobStore } from './job-store';
import { UUID } from '../formats/uuid-form';

/** True for text that can be the id of a job; any other text is treated like an unknown id. */
export const isJobId = (text: string): boolean => UUID.test(text);

/** The problem to throw for a job that is not in its table: 410 `gone` when it was removed by retention, else 404. */
export async function missingJob(
  sql: Sql,
  kind: JobKind,
  workspaceId: string,
  id: string,
): Promise<ProblemException> {
  if (!isJobId(id)) return notFound();
  const expired = await sql.query(
    `SELECT id FROM expired_jobs WHERE kind = $1 AND id = $2 AND workspace_id = $3`,
    [kind.name, id, workspaceId],
  );
  if (expired.length === 0) return notFound();
  return problem(410, 'gone', `This ${kind.name} has expired and was removed.`);
}

/** A job as clients see it, and whether an earlier request with the same key created it. */
export interface AcceptedJob<Job> {
  readonly job: Job;
  readonly replayed: boolean;
}

/** Sets the headers of a 202 and returns the job. `path`: that of the collection, as the caller wrote it. */
export function acceptJob<Job extends { readonly id: string }>(
  response: Response,
  path: string,
  { job, replayed }: AcceptedJob<Job>,
): Job {
  response.set('Location', `${path}/${job.id}`);
  if (replayed) response.set('Idempotent-Replayed', 'true');
  return job;
}

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
      throw problem(
        409,
        'conflict',
        `This ${kind.name} is already ${status} and can no longer be cancelled.`,
      );
    }
    failpoint('job.cancelled');
    const next = await nextOfSerializationKey(this.database, kind, id);
    if (next) this.dispatcher.wake(kind, next.id, next.attempt);
  }
}
