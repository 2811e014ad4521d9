import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import { IdempotencyService } from '../http/idempotency/idempotency.service';
import { BlobStorage } from '../storage/blob-storage';
import type { JobKind } from './job';
import { JOB_KINDS, JOB_TABLES } from './job-tables';
import { releaseBytes } from './stored-bytes';

const HOUR_MS = 3_600_000;
const AT_ONCE = 500;

/** Removes what has outlived its time: files, error reports, job rows, idempotency keys, leases, and files that nothing names. */
@Injectable()
export class Sweeper {
  constructor(
    private readonly database: Database,
    private readonly storage: BlobStorage,
    private readonly idempotency: IdempotencyService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** One sweep of everything; safe beside other processes and at any moment. */
  async sweep(): Promise<void> {
    for (const kind of JOB_KINDS) {
      await this.removeFiles(kind);
      await this.removeJobs(kind);
    }
    await this.removeLeases();
    await this.idempotency.sweep();
    await this.removeOrphans();
    await this.storage.sweep(HOUR_MS);
  }

  /** First the file, then the note: a crash in between repeats the removal. */
  private async removeFiles(kind: JobKind): Promise<void> {
    const { table } = JOB_TABLES[kind];
    const expired = await this.database.leases.everywhere.query<{ id: string; blob_key: string | null }>(
      `SELECT id, blob_key FROM ${table}
       WHERE blob_removed_at IS NULL AND finished_at < now() - make_interval(days => $1::int) LIMIT ${AT_ONCE}`,
      [this.settings.fileRetentionDays],
    );
    for (const { id, blob_key } of expired) {
      if (blob_key !== null) await this.storage.remove(blob_key);
      if (kind === 'import')
        await this.database.leases.everywhere.query(`DELETE FROM import_row_errors WHERE job_id = $1`, [id]);
      await releaseBytes(this.database.leases.everywhere, id);
      await this.database.leases.everywhere.query(
        `UPDATE ${table} SET blob_removed_at = now() WHERE id = $1`,
        [id],
      );
    }
  }

  /** Leaves a trace of each job, so that its workspace is answered 410 instead of 404. */
  private async removeJobs(kind: JobKind): Promise<void> {
    await this.database.leases.everywhere.query(
      `WITH removed AS (
         DELETE FROM ${JOB_TABLES[kind].table}
         WHERE finished_at < now() - make_interval(days => $1::int) AND blob_removed_at IS NOT NULL
         RETURNING id, workspace_id
       )
       INSERT INTO expired_jobs (kind, id, workspace_id) SELECT $2, id, workspace_id FROM removed`,
      [this.settings.jobRetentionDays, kind],
    );
  }

  private async removeLeases(): Promise<void> {
    await this.database.leases.everywhere.query(
      `DELETE FROM job_leases lease WHERE lease_until < now() - interval '1 hour'
       AND NOT EXISTS (SELECT FROM import_jobs job WHERE job.id = lease.job_id AND job.status = 'processing')
       AND NOT EXISTS (SELECT FROM export_jobs job WHERE job.id = lease.job_id AND job.status = 'processing')`,
    );
  }

  /** Files older than an hour that no job names: their process died between the file and the row. */
  private async removeOrphans(): Promise<void> {
    for (const kind of JOB_KINDS) {
      const { table, queue: prefix } = JOB_TABLES[kind];
      let keys: string[] = [];
      for await (const { key, modifiedAt } of this.storage.list(prefix)) {
        if (Date.now() - modifiedAt.getTime() > HOUR_MS) keys.push(key);
        if (keys.length < AT_ONCE) continue;
        await this.removeUnnamed(table, keys);
        keys = [];
      }
      await this.removeUnnamed(table, keys);
    }
  }

  private async removeUnnamed(table: string, keys: readonly string[]): Promise<void> {
    const unnamed = await this.database.leases.everywhere.query<{ key: string }>(
      `SELECT key FROM unnest($1::text[]) AS key WHERE NOT EXISTS (SELECT FROM ${table} WHERE blob_key = key)`,
      [keys],
    );
    for (const { key } of unnamed) await this.storage.remove(key);
  }
}
