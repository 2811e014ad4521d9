import { GivenFields } from '../../catalog/importing/given-fields';
import type { StageLayout } from '../../catalog/importing/stage-layout';
import { BindingError } from '../../catalog/binding/target';
import { addWarnings, type Warning } from '../../catalog/reading/warnings';
import type { RecordType } from '../../catalog/record-type';
import type { ResourceDescription } from '../../catalog/resource';
import type { ResourceRegistry } from '../../catalog/registry';
import type { Settings } from '../../config/settings';
import type { Database } from '../../database/database';
import type { Sql, SqlSession } from '../../database/sql';
import { DEFAULT_LIMITS } from '../../formats/format';
import type { ClaimedJob } from '../../jobs/job';
import { JobFailure } from '../../jobs/job-errors';
import type { JobQuota } from '../../jobs/job-quota';
import { loadTypes } from '../../records/load-types';
import type { BlobStorage } from '../../storage/blob-storage';
import type { PreparedBatch } from '../reading/prepared-batch';
import { loadMatches } from '../reading/load-matches';
import { openReading, type ReadingContext } from '../reading/reading-context';
import type { ReadingThreads } from '../reading/reading-threads';
import { ErrorReport } from './error-report';
import { loadImportRequest, type ImportRequest } from './import-request';

/** One attempt of one import: what every step of the pipeline works with. Nothing in it changes with the file. */
export interface ImportRun extends ReadingContext {
  readonly job: ClaimedJob;
  readonly request: ImportRequest;
  /** Aborted with a `StopReason`; steps call `stop.throwIfAborted()` between two pieces of work. */
  readonly stop: AbortSignal;
  /** The attempt's own connection: its TEMP tables and its transactions. */
  readonly session: SqlSession;
  /** The pool without a workspace, for the lease of the job. */
  readonly everywhere: Sql;
  readonly storage: BlobStorage;
  readonly threads: ReadingThreads;
  readonly settings: Settings;
  readonly report: ErrorReport;
}

/** What the pipeline needs of the process. */
export interface ImportServices {
  readonly database: Database;
  readonly storage: BlobStorage;
  readonly quota: JobQuota;
  readonly registry: ResourceRegistry;
  readonly threads: ReadingThreads;
  readonly settings: Settings;
}

/** Loads what an attempt works with: the request, the types of the workspace, the layout of the staging table. */
export async function openImport(
  { database: pool, storage, quota, registry, threads, settings }: ImportServices,
  job: ClaimedJob,
  stop: AbortSignal,
  session: SqlSession,
): Promise<ImportRun> {
  const { workspaceId } = job;
  const request = await loadImportRequest(pool, job);
  const resource = registry.get(request.resourceType);
  const types = await loadTypes(pool, registry, resource, workspaceId);
  const batchRows = Math.min(settings.batchRows, DEFAULT_LIMITS.batchRows); // a transaction ends with a batch
  const limits = { ...DEFAULT_LIMITS, batchBytes: settings.batchBytes, batchRows };
  const typesOf = (target: ResourceDescription): Promise<RecordType[]> =>
    loadTypes(pool, registry, target, workspaceId);
  const reading = await bound(async () => {
    const matches = await loadMatches(registry, resource, request.options.match, typesOf);
    return openReading({ workspaceId, request, limits, registry, types, matches, pool });
  });
  const report = await ErrorReport.open(pool, quota, job, settings);
  const { everywhere } = pool;
  return { ...reading, job, request, stop, session, everywhere, storage, threads, settings, report };
}

/** A field that the request names may be gone since: then the import fails. */
async function bound<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BindingError)) throw error;
    throw new JobFailure({ code: 'invalid_mapping', message: `${error.pointer}: ${error.message}` });
  }
}

/** What the batches read so far say about the file as a whole. */
export interface FileFacts {
  readonly given: GivenFields;
  /** Each key was greater than the one before: no two rows share a key. */
  readonly ascending: boolean;
  /** Columns or keys that feed no field, in the order in which they were met. */
  readonly ignored: readonly string[];
  /** What reading warns of. A file that is read again begins anew, so that nothing counts twice. */
  readonly warnings: readonly Warning[];
}

/** The facts of a file of which nothing was read. */
export const noFacts = (layout: StageLayout): FileFacts => ({
  given: new GivenFields(layout),
  ascending: layout.match.by === 'natural',
  ignored: [],
  warnings: [],
});

/** The facts after the next batch. */
export const addBatch = (
  { given, ignored, warnings }: FileFacts,
  batch: Pick<PreparedBatch, 'given' | 'ascending' | 'ignored' | 'warnings'>,
): FileFacts => ({
  given: given.and(batch.given),
  ascending: batch.ascending,
  ignored: [...ignored, ...batch.ignored],
  warnings: addWarnings(warnings, batch.warnings),
});

/** Rows of a file that are staged, and what classifying them needs to know. */
export interface StagedRows {
  readonly given: GivenFields;
  /** Some rows of the file share a key. */
  readonly hasDuplicates: boolean;
}
