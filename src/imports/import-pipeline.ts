import { Inject, Injectable, Logger } from '@nestjs/common';
import { fileErrorOf } from '../catalog/reading/row-error';
import { ResourceRegistry } from '../catalog/registry';
import { failpoint } from '../config/failpoint';
import { SETTINGS } from '../config/config.module';
import type { Settings } from '../config/settings';
import { Database } from '../database/database';
import { fence } from '../jobs/fence';
import { jobLogFields, sessionName, type ClaimedJob } from '../jobs/job';
import { JOB_METRICS } from '../jobs/job-metrics';
import { JobQuota } from '../jobs/job-quota';
import { JobRunner } from '../jobs/job-runners';
import { BlobStorage } from '../storage/blob-storage';
import { IMPORT_KIND } from './import-kind';
import { applyFile } from './pipeline/apply-file';
import { applyPlannedRows, inRepeatableTransaction } from './pipeline/apply-range';
import { classifyRange, endOfRange } from './pipeline/classify-range';
import { rowsBetween, type RowRange } from './pipeline/counts';
import { duplicatePolicy } from './pipeline/duplicates';
import { endContinue, rejectFile, saveFileFacts, type ContinueOutcome } from './pipeline/end-import';
import { readRangeErrors, ReportFullError, writeRangeErrors } from './pipeline/error-report';
import { addBatch, noFacts, openImport, type FileFacts } from './pipeline/import-run';
import type { ImportRun, ImportServices, StagedRows } from './pipeline/import-run';
import { addOutcomes, outcomeColumns } from './pipeline/outcome';
import { refreshStatistics } from './pipeline/planner';
import { Progress } from './pipeline/progress';
import { clearStage, createStage, indexStage, StageWriter } from './pipeline/stage';
import { SchemaChangedError, verifySchemaVersion } from './pipeline/verify-schema-version';
import { NO_LINES } from './reading/prepared-batch';
import { readAhead } from './reading/read-ahead';
import { readFile } from './reading/read-file';
import { errorLimit, MAX_REPORTED, newReading, type FileReading } from './reading/reading-context';
import { ReadingThreads } from './reading/reading-threads';

/** Under `continue` a range of wide rows ends at this many batches' bytes: reading ahead lasts while it is applied. */
const RANGE_BATCHES = 16;

/** The keys of a file do not ascend: which rows share a key is known only when all of them are staged. */
class UnsortedError extends Error {}

/** One attempt of an import, from its job row to the last committed record. This file is the sequence of steps. */
@Injectable()
export class ImportPipeline extends JobRunner {
  readonly kind = IMPORT_KIND;
  private readonly logger = new Logger('ImportPipeline');
  private readonly services: ImportServices;

  constructor(
    database: Database,
    storage: BlobStorage,
    quota: JobQuota,
    registry: ResourceRegistry,
    threads: ReadingThreads,
    @Inject(SETTINGS) settings: Settings,
  ) {
    super();
    this.services = { database, storage, quota, registry, threads, settings };
  }

  /**
   * Imports the file of a claimed job on one database session and ends the job. Errors of the file end it as failed; every
   * other error is thrown. Throws the reason of `stop` when aborted.
   */
  async run(job: ClaimedJob, stop: AbortSignal): Promise<void> {
    const { database } = this.services;
    const resource = await database.session(sessionName(job), async (session) => {
      for (let mayStream = true; ;) {
        try {
          const run = await openImport(this.services, job, stop, session);
          await createStage(run);
          if (run.request.onError === 'abort') await importAllOrNothing(run);
          else await importValidRows(run, mayStream && streams(run));
          return run.layout.resource;
        } catch (error) {
          // Both times the file is read again: all of it before the first row is applied, or under the changed types.
          if (error instanceof UnsortedError) mayStream = false;
          else if (!(error instanceof SchemaChangedError)) throw error;
        }
      }
    });
    await refreshStatistics(database, job, resource).catch((error: unknown) =>
      this.logger.warn({ err: error, ...jobLogFields(job) }, 'statistics were not refreshed'),
    );
  }
}

/**
 * Whether ranges may be applied while the file is read. Of several rows with one key the last one is known only at the end,
 * and a period that overlaps names the row of the file that gave the other one.
 */
const streams = (run: ImportRun): boolean =>
  run.layout.match.by === 'natural' && run.layout.resource.period === null && duplicatePolicy(run) !== 'last';

/** `abort`: all rows of the file are applied, or none when one of them has an error. */
async function importAllOrNothing(run: ImportRun): Promise<void> {
  const { reading, facts } = await stageFile(run);
  await saveFileFacts(run, reading, facts);
  const { whole, lastRow, fileError } = reading;
  if (!whole) {
    const most = Math.min(reading.errors, MAX_REPORTED.abort);
    const errors = await readRangeErrors(run.session, run, { from: 0, to: lastRow + 1 }, most);
    return rejectFile(run, fileError ? [...errors, fileErrorOf(fileError)] : errors, facts, null);
  }
  const { given, warnings } = facts;
  const staged = { given, ...(await indexStage(run, facts.ascending)) };
  const errors = await applyFile(run, { ...staged, lastRow, warnings });
  if (errors.length > 0) await rejectFile(run, errors, facts, lastRow);
}

/** `continue`: every valid row is applied, every other one reported. */
async function importValidRows(run: ImportRun, streams: boolean): Promise<void> {
  const outcome = streams ? await applyWhileReading(run) : await applyAfterReading(run);
  const { reading, facts, reportFull } = outcome;
  await saveFileFacts(run, reportFull ? { whole: false, lastRow: 0 } : reading, facts);
  await endContinue(run, outcome);
}

/** Stages all rows and row errors of the file. Nothing durable is written. */
async function stageFile(run: ImportRun): Promise<{ reading: FileReading; facts: FileFacts }> {
  const reading = newReading();
  const progress = new Progress(run, run.request.fileSize, 0, 50);
  const writer = new StageWriter(run);
  let facts = noFacts(run.layout);
  for await (const batch of readAhead(readFile(run, reading))) {
    facts = addBatch(facts, batch);
    await writer.add(batch);
    await progress.reach(batch.endOffset);
  }
  await writer.end();
  return { reading, facts };
}

/** How far an import under `continue` has come. */
type Applied = Pick<ContinueOutcome, 'done' | 'reached' | 'reportFull'>;

const startOf = ({ request: { done, checkpointRow: reached } }: ImportRun): Applied => ({
  done,
  reached,
  reportFull: null,
});

/** No row after `reached` is applied any more. */
const isOver = ({ request }: ImportRun, { done, reportFull }: Applied): boolean =>
  reportFull !== null || done.counts.errors >= errorLimit(request);

/** Stages the whole file and then applies it range by range: by then it is known which rows share a key. */
async function applyAfterReading(run: ImportRun): Promise<ContinueOutcome> {
  const { reading, facts } = await stageFile(run);
  const { lastRow } = reading;
  const staged = { given: facts.given, ...(await indexStage(run, facts.ascending)) };
  const progress = new Progress(run, lastRow, 50, 99);
  let applied = startOf(run);
  while (applied.reached < lastRow && !isOver(run, applied)) {
    const to = await endOfRange(run, staged, applied.reached, lastRow);
    applied = await applyRange(run, staged, applied, to, progress.at(to));
  }
  return { reading, facts, ...applied };
}

/**
 * Applies range by range while the file is still being read: for a file whose keys ascend, so that no row shares its key
 * with an earlier one. Throws an UnsortedError as soon as a key does not ascend; the ranges applied by then stay.
 */
async function applyWhileReading(run: ImportRun): Promise<ContinueOutcome> {
  const { request, settings } = run;
  const reading = newReading();
  const progress = new Progress(run, request.fileSize, 0, 99);
  const writer = new StageWriter(run);
  let facts = noFacts(run.layout);
  let applied = startOf(run);
  let last = { row: applied.reached, offset: 0 };
  let bytes = 0;
  const applyStaged = async (): Promise<void> => {
    await writer.end();
    const staged = { given: facts.given, hasDuplicates: false };
    applied = await applyRange(run, staged, applied, last.row, progress.at(last.offset));
    await clearStage(run);
    bytes = 0;
  };
  for await (const batch of readAhead(readFile(run, reading))) {
    if (!batch.ascending) throw new UnsortedError();
    if (isOver(run, applied)) break;
    facts = addBatch(facts, batch);
    if (batch.lastRow <= applied.reached) {
      // An earlier attempt applied these rows, but later ones may need the parents that they name first.
      if (batch.newParents.length > 0) await writer.add({ ...batch, rows: NO_LINES, errors: NO_LINES });
      continue;
    }
    last = { row: batch.lastRow, offset: batch.endOffset };
    await writer.add(batch);
    bytes += batch.rows.bytes.length;
    const isFull =
      last.row - applied.reached >= settings.batchRows || bytes >= RANGE_BATCHES * settings.batchBytes;
    if (isFull) await applyStaged();
  }
  if (last.row > applied.reached && !isOver(run, applied)) await applyStaged();
  return { reading, facts, ...applied };
}

/**
 * `continue`: applies the rows after `before.reached` up to `to` in one transaction with their errors, the counters and
 * the checkpoint, so a range is applied exactly when the job says so.
 */
async function applyRange(
  run: ImportRun,
  staged: StagedRows,
  before: Applied,
  to: number,
  progress: number,
): Promise<Applied> {
  const { session, stop, job, report, request } = run;
  const range: RowRange = { from: before.reached, to };
  const started = performance.now();
  try {
    const { done, errorBytes } = await inRepeatableTransaction(session, stop, async (tx) => {
      await verifySchemaVersion(tx, run, range);
      const classified = await classifyRange(tx, run, staged, range);
      failpoint('import.classified');
      const outcome = await applyPlannedRows(tx, run, staged, classified, !request.dryRun);
      const hasErrors = outcome.counts.errors > 0;
      const errorBytes = hasErrors ? await report.reserve(tx, range) : 0;
      if (hasErrors) await writeRangeErrors(tx, run, range, before.done.counts.errors);
      const done = addOutcomes(before.done, outcome);
      await fence(tx, job, { ...outcomeColumns(done, before.done), checkpoint_row: to, progress });
      failpoint('import.applied');
      return { done, errorBytes };
    });
    report.add(errorBytes);
    failpoint('import.committed');
    JOB_METRICS.batch.emit((performance.now() - started) / 1_000);
    if (!request.dryRun) JOB_METRICS.rows.emit(rowsBetween(before.done.counts, done.counts));
    return { done, reached: to, reportFull: null };
  } catch (error) {
    if (error instanceof ReportFullError) return { ...before, reportFull: error.reason };
    throw error;
  }
}
