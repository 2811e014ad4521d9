import { JobQuota } from '../jobs/job-quota';
import { IMPORT_KIND } from './import-kind';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { GivenFields } from '../catalog/importing/given-fields';
import { fileErrorOf } from '../catalog/reading/row-error';
import { ResourceRegistry } from '../catalog/registry';
import { failpoint } from '../config/failpoint';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import type { SqlSession } from '../database/sql';
import { fence } from '../jobs/fence';
import { JobRunner } from '../jobs/job-runners';
import { type ClaimedJob, jobLogFields, sessionName } from '../jobs/job';
import { DEFAULT_LIMITS } from '../formats/format';
import { loadTypes } from '../records/load-types';
import { BlobStorage } from '../storage/blob-storage';
import { applyAbort } from './pipeline/apply-abort';
import { applyAfterReading, applyWhileReading, type ContinueOutcome } from './pipeline/apply-continue';
import { NO_COUNTS } from './pipeline/counts';
import { completeImport, failedRows, failImport } from './pipeline/end-import';
import { ErrorReport, ReportFullError } from './pipeline/error-report';
import type { ImportRun } from './pipeline/import-run';
import { loadImportRequest } from './pipeline/import-request';
import { SchemaChangedError } from './pipeline/verify-schema-version';
import { RangeClassifier } from './pipeline/range-classifier';
import { refreshStatistics } from './pipeline/refresh-statistics';
import { stageFile } from './pipeline/stage-file';
import { createStage } from './pipeline/staging';
import { UnsortedError } from './pipeline/unsorted-error';
import { readRangeErrors } from './pipeline/write-errors';
import { type FileReading, openReading } from './reading/reading-context';
import { ReadingThreads } from './reading/reading-threads';

const TOO_MANY_ERRORS = {
  code: 'too_many_errors',
  message:
    'The file has a million errors; the rest of it was not read. Is it the right file, mapping and resource type?',
};

/** Runs one attempt of an import: reads the file into a staging table, judges its rows and applies them. */
@Injectable()
export class ImportRunner extends JobRunner {
  readonly kind = IMPORT_KIND;
  private readonly logger = new Logger('ImportRunner');

  constructor(
    private readonly database: Database,
    private readonly storage: BlobStorage,
    private readonly quota: JobQuota,
    private readonly registry: ResourceRegistry,
    private readonly threads: ReadingThreads,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  async run(job: ClaimedJob, stop: AbortSignal): Promise<void> {
    const resource = await this.database.session(sessionName(job), async (session) => {
      let ascending = true;
      for (;;) {
        try {
          const run = await this.prepare(job, stop, session);
          await importFile(run, ascending);
          return run.layout.resource;
        } catch (error) {
          // The file is read again: by what changed under way, or with all its rows before the first is applied.
          if (error instanceof UnsortedError) ascending = false;
          else if (!(error instanceof SchemaChangedError)) throw error;
        }
      }
    });
    // The job has ended; without fresh statistics it is complete all the same.
    await refreshStatistics(this.database, job, resource).catch((error: unknown) =>
      this.logger.warn({ err: error, ...jobLogFields(job) }, 'statistics were not refreshed'),
    );
  }

  private async prepare(job: ClaimedJob, stop: AbortSignal, session: SqlSession): Promise<ImportRun> {
    const { database: pool, storage, quota, threads, settings, registry } = this;
    const { workspaceId } = job;
    const request = await loadImportRequest(pool, job);
    const types = await loadTypes(pool, registry, registry.get(request.resourceType), workspaceId);
    const batchRows = Math.min(settings.batchRows, DEFAULT_LIMITS.batchRows); // a transaction ends with a batch
    const limits = { ...DEFAULT_LIMITS, batchBytes: settings.batchBytes, batchRows };
    const reading = openReading({ workspaceId, request, limits, registry, types, pool });
    const given = new GivenFields(reading.layout);
    const report = await ErrorReport.open(pool, quota, job, settings);
    const order = { ascending: reading.layout.match.by === 'natural' };
    const { everywhere } = pool;
    return {
      ...reading,
      job,
      request,
      stop,
      session,
      everywhere,
      storage,
      threads,
      settings,
      given,
      order,
      report,
    };
  }
}

/** One reading of the file from its start to the end of the job. */
async function importFile(run: ImportRun, ascending: boolean): Promise<void> {
  await createStage(run);
  if (run.request.onError === 'abort') return allOrNothing(run);
  try {
    const apply = ascending && run.order.ascending ? applyWhileReading : applyAfterReading;
    await everyGoodRow(run, await apply(run));
  } catch (error) {
    if (!(error instanceof ReportFullError)) throw error;
    await noteReading(run, { whole: false, lastRow: 0 });
    await failImport(run, error.counts, [fileErrorOf(error.reason)], null);
  }
}

/** `abort`: one bad row, and nothing of the file is in. */
async function allOrNothing(run: ImportRun): Promise<void> {
  const reading = await stageFile(run);
  await noteReading(run, reading);
  const { lastRow, fileError } = reading;
  if (!reading.whole) {
    const errors = await readRangeErrors(run.session, { from: 0, to: lastRow + 1 }, reading.errors);
    if (fileError) errors.push(fileErrorOf(fileError));
    await failImport(run, { ...NO_COUNTS, failed: failedRows(errors) }, errors, null);
    return;
  }
  const errors = await applyAbort(run, await RangeClassifier.ofWholeFile(run), lastRow);
  if (errors.length > 0) await failImport(run, { ...NO_COUNTS, failed: failedRows(errors) }, errors, lastRow);
}

/** `continue`: every good row is in, every bad one reported; what is wrong with the file itself ends it as failed. */
async function everyGoodRow(run: ImportRun, { reading, counts, reached }: ContinueOutcome): Promise<void> {
  await noteReading(run, reading);
  const inFull = reading.whole && reached >= reading.lastRow;
  const error = reading.fileError ?? (inFull ? null : TOO_MANY_ERRORS);
  failpoint('import.ending');
  if (error === null) await completeImport(run, counts, reading.lastRow);
  else await failImport(run, counts, [fileErrorOf(error)], null);
}

/** Tells what the file turned out to hold; the number of rows only when its end was seen. */
async function noteReading(
  { pool, job, binder }: ImportRun,
  reading: Pick<FileReading, 'whole' | 'lastRow'>,
): Promise<void> {
  await fence(pool, job, {
    ignored_columns: JSON.stringify([...binder.ignored]),
    row_count: reading.whole ? reading.lastRow : null,
  });
}
