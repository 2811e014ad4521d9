import { Inject, Injectable } from '@nestjs/common';
import { Binder } from '../catalog/binding/binder';
import { GivenFields } from '../catalog/importing/given-fields';
import { layOutStage } from '../catalog/importing/stage-layout';
import { ResourceRegistry } from '../catalog/registry';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import type { SqlSession } from '../database/sql';
import { fence } from '../jobs/fence';
import { JobRunner, type ClaimedJob } from '../jobs/job';
import { sessionName } from '../jobs/session-name';
import { loadTypes } from '../records/load-types';
import { BlobStorage } from '../storage/blob-storage';
import { applyAbort } from './pipeline/apply-abort';
import { applyContinue } from './pipeline/apply-continue';
import { NO_COUNTS } from './pipeline/counts';
import { completeImport, failedRows, failImport } from './pipeline/end-import';
import type { ImportRun } from './pipeline/import-run';
import { loadImportRequest } from './pipeline/import-request';
import { StaleReadingError } from './pipeline/hold-reading';
import { RangeJudge } from './pipeline/range-judge';
import { readFile, type FileReading } from './pipeline/read-file';
import { completeStage, createStage } from './pipeline/staging';
import { fileErrorOf, readRangeErrors } from './pipeline/write-errors';

const TOO_MANY_ERRORS = {
  code: 'too_many_errors',
  message:
    'The file has a million errors; the rest of it was not read. Is it the right file, mapping and resource type?',
};

/** Runs one attempt of an import: reads the whole file into a staging table, then judges and applies its rows. */
@Injectable()
export class ImportRunner extends JobRunner {
  readonly kind = 'import' as const;

  constructor(
    private readonly database: Database,
    private readonly storage: BlobStorage,
    private readonly registry: ResourceRegistry,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  async run(job: ClaimedJob, stop: AbortSignal): Promise<void> {
    await this.database.session(sessionName(job), async (session) => {
      while (!(await this.attempt(job, stop, session)));
    });
  }

  /** False when what the file was read by changed under way: then it is read again. */
  private async attempt(job: ClaimedJob, stop: AbortSignal, session: SqlSession): Promise<boolean> {
    try {
      const run = await this.prepare(job, stop, session);
      await createStage(run);
      const reading = await readFile(run);
      await completeStage(run);
      await noteReading(run, reading);
      await (run.request.onError === 'abort' ? abort(run, reading) : proceed(run, reading));
      return true;
    } catch (error) {
      if (error instanceof StaleReadingError) return false;
      throw error;
    }
  }

  private async prepare(job: ClaimedJob, stop: AbortSignal, session: SqlSession): Promise<ImportRun> {
    const { database: pool, storage, settings, registry } = this;
    const request = await loadImportRequest(pool, job);
    const resource = registry.get(request.resourceType);
    const types = await loadTypes(pool, registry, resource, job.workspaceId);
    const binder = new Binder(resource, types, request);
    const layout = layOutStage(resource, binder.match);
    const given = new GivenFields(layout);
    return { job, request, stop, session, pool, storage, settings, registry, types, binder, layout, given };
  }
}

/** Tells what the file turned out to hold; the number of rows only when its end was seen. */
async function noteReading({ pool, job, binder }: ImportRun, reading: FileReading): Promise<void> {
  await fence(pool, job, {
    ignored_columns: JSON.stringify([...binder.ignored]),
    row_count: wholeFile(reading) ? reading.lastRow : null,
  });
}

const wholeFile = ({ fileError, tooManyErrors }: FileReading): boolean =>
  fileError === null && !tooManyErrors;

/** `abort`: all or nothing. */
async function abort(run: ImportRun, reading: FileReading): Promise<void> {
  const { lastRow, fileError } = reading;
  if (!wholeFile(reading)) {
    const errors = await readRangeErrors(run.session, { from: 0, to: lastRow + 1 }, reading.errors);
    if (fileError) errors.push(fileErrorOf(fileError));
    await failImport(run, { ...NO_COUNTS, failed: failedRows(errors) }, errors, null);
    return;
  }
  const errors = await applyAbort(run, await rangeJudge(run), lastRow);
  if (errors.length > 0) await failImport(run, { ...NO_COUNTS, failed: failedRows(errors) }, errors, lastRow);
}

/** `continue`: every good row is in, every bad one reported; what is wrong with the file itself ends it as failed. */
async function proceed(run: ImportRun, reading: FileReading): Promise<void> {
  const { counts, reached } = await applyContinue(run, await rangeJudge(run), reading.lastRow);
  const gaveUp = reading.tooManyErrors || reached < reading.lastRow;
  const error = reading.fileError ?? (gaveUp ? TOO_MANY_ERRORS : null);
  if (error === null) await completeImport(run, counts, reading.lastRow);
  else await failImport(run, counts, [fileErrorOf(error)], wholeFile(reading) ? reading.lastRow : null);
}

async function rangeJudge(run: ImportRun): Promise<RangeJudge> {
  const [twins] = await run.session.query<{ exist: boolean }>('SELECT EXISTS (SELECT FROM twins) AS exist');
  return new RangeJudge(run, twins?.exist ?? true);
}
