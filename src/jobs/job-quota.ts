import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import { lockWorkspace } from '../database/lock-workspace';
import type { Sql } from '../database/sql';
import { problem } from '../http/problem/problem.exception';
import type { JobKind } from './job';
import { JOB_TABLES } from './job-tables';
import { countStoredBytes } from './stored-bytes';

/** A queue gets shorter within seconds; files go when their days are over. */
const RETRY_AFTER_S = { jobs: '5', bytes: '3600' };

/** The room that a workspace has for one more job. */
@Injectable()
export class JobQuota {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws 429 when there is no room as it stands: a client need not send a file then. */
  async look(kind: JobKind, workspaceId: string): Promise<void> {
    await this.check(this.database, kind, workspaceId, 1);
  }

  /**
   * Throws 429 when there is no room for the job that `tx` is about to make, with a file of `bytes`. Other requests of the
   * workspace wait here until `tx` ends, so however many come at once, not one job too many is made.
   */
  async take(tx: Sql, kind: JobKind, workspaceId: string, bytes = 1): Promise<void> {
    await lockWorkspace(tx, workspaceId);
    await this.check(tx, kind, workspaceId, bytes);
  }

  private async check(sql: Sql, kind: JobKind, workspaceId: string, bytes: number): Promise<void> {
    const { queuedJobs, storedBytes } = this.settings;
    if ((await countQueued(sql, kind, workspaceId)) >= queuedJobs) {
      const detail = `The workspace has ${queuedJobs.toLocaleString('en')} queued ${kind}s already.`;
      throw problem(429, 'too_many_jobs', detail, { headers: { 'Retry-After': RETRY_AFTER_S.jobs } });
    }
    if (storedBytes > 0 && (await countStoredBytes(sql, workspaceId)) + bytes > storedBytes) {
      const detail = `The workspace may store ${storedBytes.toLocaleString('en')} bytes of uploads, export files and row errors, and this would be more. Files go when their time is over.`;
      throw problem(429, 'too_many_bytes', detail, { headers: { 'Retry-After': RETRY_AFTER_S.bytes } });
    }
  }
}

async function countQueued(sql: Sql, kind: JobKind, workspaceId: string): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM ${JOB_TABLES[kind].table} WHERE workspace_id = $1 AND status = 'queued'`,
    [workspaceId],
  );
  return row?.count ?? 0;
}
