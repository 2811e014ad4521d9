import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Inject, Injectable } from '@nestjs/common';
import { ResourceRegistry } from '../catalog/registry';
import { failpoint } from '../config/failpoint';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import type { Sql, SqlSession } from '../database/sql';
import { fence } from '../jobs/fence';
import { JobRunner, type ClaimedJob } from '../jobs/job';
import { sessionName } from '../jobs/session-name';
import { TypeReader } from '../records/type-reader';
import { BlobStorage, type StoredBlob } from '../storage/blob-storage';
import { CopiedRows } from './pipeline/copied-rows';
import { countedFile, writeLines } from './pipeline/write-file';
import { ownersError } from './pipeline/export-issue';
import { loadExportOrder, type ExportOrder } from './pipeline/export-order';
import { planExport } from './pipeline/plan-export';
import { Progress, RecordCount } from './pipeline/export-progress';
import { publish, type WrittenExport } from './pipeline/publish';

/** The quickest level: Postgres must not wait for the compressor. */
const GZIP_LEVEL = 1;

/** Runs one attempt of an export: writes one snapshot of the database to a file, and publishes it when it is whole. */
@Injectable()
export class ExportRunner extends JobRunner {
  readonly kind = 'export' as const;

  constructor(
    private readonly database: Database,
    private readonly storage: BlobStorage,
    private readonly registry: ResourceRegistry,
    private readonly types: TypeReader,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  async run(job: ClaimedJob, stop: AbortSignal): Promise<void> {
    try {
      const order = await loadExportOrder(this.database, job);
      const { rows, ...file } = await this.database.session(sessionName(job), (session) =>
        session.transaction('REPEATABLE READ READ ONLY', (snapshot) =>
          this.write(job, order, stop, session, snapshot),
        ),
      );
      const written = { ...file, records: rows.count };
      await publish(this.database, this.storage, job, written, this.settings.fileRetentionDays);
    } catch (error) {
      stop.throwIfAborted(); // what was thrown is then only the noise of stopping
      const reason = ownersError(error);
      if (reason === null) throw error;
      await fence(this.database, job, { status: 'failed', error: JSON.stringify(reason) });
    }
  }

  private async write(
    job: ClaimedJob,
    order: ExportOrder,
    stop: AbortSignal,
    session: SqlSession,
    snapshot: Sql,
  ): Promise<Omit<WrittenExport, 'records'> & { rows: CopiedRows }> {
    const { at: snapshotAt, name } = await openSnapshot(snapshot);
    failpoint('export.snapshot');
    const plan = await planExport(snapshot, this.registry, this.types, job.workspaceId, order);
    const count = new RecordCount(this.database, job, name, plan);
    const progress = new Progress(this.database.everywhere, job, count, this.settings.progressMs);
    const rows = new CopiedRows(session, plan.copy, stop, () => terminate(this.database, job));
    const file = writeLines(plan.format, plan.header, progress.follow(rows));
    const key = `exports/${job.id}-${job.attempt}`;
    try {
      const stored = await this.store(job, key, file, order.gzip);
      return { ...stored, key, rows, snapshotAt };
    } finally {
      await count.end();
    }
  }

  private store(
    job: ClaimedJob,
    key: string,
    file: AsyncIterable<Uint8Array>,
    gzip: boolean,
  ): Promise<StoredBlob> {
    const put = (bytes: AsyncIterable<Uint8Array>): Promise<StoredBlob> =>
      this.storage.put(key, countedFile(this.database, job, this.settings.storedBytes, bytes));
    return gzip ? pipeline(file, createGzip({ level: GZIP_LEVEL }), put) : put(file);
  }
}

/**
 * The first statement of a REPEATABLE READ transaction takes its snapshot: whatever was committed when it began is in. By
 * its name another connection reads the same.
 */
async function openSnapshot(snapshot: Sql): Promise<{ at: string; name: string }> {
  const [opened] = await snapshot.query<{ at: string; name: string }>(
    `SELECT statement_timestamp() AS at, pg_export_snapshot() AS name`,
  );
  if (opened === undefined) throw new Error('A snapshot could not be opened.');
  return opened;
}

/** Should the database not answer, the connection that was to be ended is lost as well. */
async function terminate(sql: Sql, job: ClaimedJob): Promise<void> {
  await sql.query(`SELECT almagest_end_sessions($1::text[])`, [[sessionName(job)]]).catch(() => undefined);
}
