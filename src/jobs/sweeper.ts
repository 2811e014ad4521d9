import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import type { Sql } from '../database/sql';
import { IdempotencyService } from '../http/idempotency/idempotency.service';
import { BlobStorage } from '../storage/blob-storage';
import type { JobKind } from './job';
import { releaseBytes } from './job-quota';
import { JobKinds } from './job-runners';

const HOUR_MS = 3_600_000;
/** Rows or files of one statement. */
const BATCH = 500;

/** Removes what its retention time no longer covers: files, details and rows of jobs, idempotency keys, leases and orphans. */
@Injectable()
export class Sweeper {
  constructor(
    private readonly database: Database,
    private readonly storage: BlobStorage,
    private readonly idempotency: IdempotencyService,
    private readonly kinds: JobKinds,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** One sweep of everything; safe beside other processes and at any moment. */
  async sweep(): Promise<void> {
    for (const kind of this.kinds.all) {
      await this.removeFiles(kind);
      await this.removeJobs(kind);
    }
    await this.removeLeases();
    await this.idempotency.sweep();
    await this.removeOrphans();
    await this.storage.sweep(HOUR_MS);
  }

  /** First the file, then `blob_removed_at`: a crash in between repeats the removal. */
  private async removeFiles({ table, detailTable }: JobKind): Promise<void> {
    const expired = await this.sql.query<{ id: string; blob_key: string | null }>(
      `SELECT id, blob_key FROM ${table}
       WHERE blob_removed_at IS NULL AND finished_at < now() - make_interval(days => $1::int) LIMIT ${BATCH}`,
      [this.settings.fileRetentionDays],
    );
    for (const { id, blob_key } of expired) {
      if (blob_key !== null) await this.storage.remove(blob_key);
      if (detailTable !== null) await this.sql.query(`DELETE FROM ${detailTable} WHERE job_id = $1`, [id]);
      await releaseBytes(this.sql, id);
      await this.sql.query(`UPDATE ${table} SET blob_removed_at = now() WHERE id = $1`, [id]);
    }
  }

  /** Records the id of each job, so that its workspace gets 410 instead of 404. */
  private async removeJobs({ name, table }: JobKind): Promise<void> {
    await this.sql.query(
      `WITH removed AS (
         DELETE FROM ${table}
         WHERE finished_at < now() - make_interval(days => $1::int) AND blob_removed_at IS NOT NULL
         RETURNING id, workspace_id
       )
       INSERT INTO expired_jobs (kind, id, workspace_id) SELECT $2, id, workspace_id FROM removed`,
      [this.settings.jobRetentionDays, name],
    );
  }

  private async removeLeases(): Promise<void> {
    const unused = this.kinds.all.map(
      ({ table }) =>
        `AND NOT EXISTS (SELECT FROM ${table} job WHERE job.id = lease.job_id AND job.status = 'processing')`,
    );
    await this.sql.query(
      `DELETE FROM job_leases lease WHERE lease_until < now() - interval '1 hour' ${unused.join(' ')}`,
    );
  }

  /** Files older than an hour that no job names: their process died between the file and the row. */
  private async removeOrphans(): Promise<void> {
    for (const { table, keyPrefix } of this.kinds.all) {
      let keys: string[] = [];
      for await (const { key, modifiedAt } of this.storage.list(keyPrefix)) {
        if (Date.now() - modifiedAt.getTime() > HOUR_MS) keys.push(key);
        if (keys.length < BATCH) continue;
        await this.removeUnnamed(table, keys);
        keys = [];
      }
      await this.removeUnnamed(table, keys);
    }
  }

  private async removeUnnamed(table: string, keys: readonly string[]): Promise<void> {
    const unnamed = await this.sql.query<{ key: string }>(
      `SELECT key FROM unnest($1::text[]) AS key WHERE NOT EXISTS (SELECT FROM ${table} WHERE blob_key = key)`,
      [keys],
    );
    for (const { key } of unnamed) await this.storage.remove(key);
  }

  private get sql(): Sql {
    return this.database.leases.everywhere;
  }
}
