import { JobQuota } from '../jobs/job-quota';
import { EXPORT_KIND } from './export-kind';
import { Inject, Injectable } from '@nestjs/common';
import { ResourceRegistry } from '../catalog/registry';
import { failpoint } from '../config/failpoint';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import { pack } from '../formats/pack/pack';
import { JobRunner } from '../jobs/job-runners';
import type { ClaimedJob } from '../jobs/job';
import { TypeReader } from '../records/type-reader';
import { BlobStorage } from '../storage/blob-storage';
import { failExport, publishExport, type WrittenExport } from './pipeline/end-export';
import { ExportProgress, RecordCount } from './pipeline/export-progress';
import { loadExportRequest, type ExportRequest } from './pipeline/export-request';
import { planExport } from './pipeline/plan-export';
import { inSnapshot } from './pipeline/snapshot';
import { storeFile, writeFile } from './pipeline/write-file';

/**
 * One attempt of an export, from its job row to the published file. This file is the sequence of
 * steps.
 */
@Injectable()
export class ExportPipeline extends JobRunner {
  readonly kind = EXPORT_KIND;

  constructor(
    private readonly database: Database,
    private readonly storage: BlobStorage,
    private readonly quota: JobQuota,
    private readonly registry: ResourceRegistry,
    private readonly types: TypeReader,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  /**
   * Writes one snapshot of the database to a file and publishes the file when it is complete. An error
   * that the owner of the job can act on ends the job as failed; every other error is thrown. Throws the
   * reason of `stop` when aborted.
   */
  async run(job: ClaimedJob, stop: AbortSignal): Promise<void> {
    try {
      const request = await loadExportRequest(this.database, job);
      const file = await this.copyToFile(job, request, stop);
      await publishExport(this.database, this.storage, job, file, this.settings.fileRetentionDays);
    } catch (error) {
      stop.throwIfAborted(); // an error after the abort is a consequence of the abort
      await failExport(this.database, job, error);
    }
  }

  private async copyToFile(
    job: ClaimedJob,
    request: ExportRequest,
    stop: AbortSignal,
  ): Promise<WrittenExport> {
    const { database, storage, quota, registry, types, settings } = this;
    const { rows, ...file } = await inSnapshot(database, job, async (snapshot) => {
      failpoint('export.snapshot');
      const plan = await planExport(snapshot.tx, registry, types, job.workspaceId, request);
      const rows = snapshot.copy(plan.copy, stop);
      const count = new RecordCount(database, job, snapshot.name, plan);
      const progress = new ExportProgress(database.everywhere, job, count, settings.progressMs);
      const bytes = writeFile(plan.format, plan.header, progress.follow(rows), request.bom);
      try {
        const { compression, objectType, format } = request;
        // The name inside an archive has no id: the same rows give the same bytes.
        const file = compression === null ? bytes : pack(bytes, compression, `${objectType}.${format}`);
        const stored = await storeFile(quota, storage, job, file, settings.storedBytes);
        return { ...stored, rows, snapshotAt: snapshot.at };
      } finally {
        await count.end();
      }
    });
    return { ...file, records: rows.count }; // known only after the transaction has ended
  }
}
