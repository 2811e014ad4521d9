import { fileErrorOf, type RowError } from '../../catalog/reading/row-error';
import { failpoint } from '../../config/failpoint';
import { fence, type FencedColumns } from '../../jobs/fence';
import type { JobError } from '../../jobs/job';
import type { FileReading } from '../reading/reading-context';
import { countColumns, NO_COUNTS, processedRows, type Counts } from './counts';
import { type RangeError, writeErrors } from './error-report';
import type { FileFacts, ImportRun } from './import-run';

const TOO_MANY_ERRORS: JobError = {
  code: 'too_many_errors',
  message:
    'The file has a million errors; the rest of it was not read. Is it the right file, mapping and resource type?',
};

/** What became of a file under `continue`. */
export interface ContinueOutcome {
  readonly reading: FileReading;
  readonly facts: FileFacts;
  readonly counts: Counts;
  /** The last row that was applied or rejected: before the last row of the file when errors became too many. */
  readonly reached: number;
  /** Why the report has no space for the errors of the next range; null when it has. */
  readonly reportFull: JobError | null;
}

/** Stores what the file turned out to be in the job row; the number of rows only when the whole file was read. */
export async function saveFileFacts(
  { pool, job, binder }: ImportRun,
  { whole, lastRow }: Pick<FileReading, 'whole' | 'lastRow'>,
  { ignored }: FileFacts,
): Promise<void> {
  // The columns of a header that cannot be bound are in no batch.
  const columns = new Set([...binder.ignored, ...ignored]);
  await fence(pool, job, {
    ignored_columns: JSON.stringify([...columns]),
    row_count: whole ? lastRow : null,
  });
}

/** Ends an import under `continue`: completed, or failed when the whole file could not be read or reported. */
export async function endContinue(run: ImportRun, outcome: ContinueOutcome): Promise<void> {
  const { reading, counts, reached, reportFull } = outcome;
  const isDone = reading.whole && reached >= reading.lastRow;
  const error = reportFull ?? reading.fileError ?? (isDone ? null : TOO_MANY_ERRORS);
  failpoint('import.ending');
  if (error !== null) return failImport(run, counts, [fileErrorOf(error)], null);
  await fence(run.pool, run.job, {
    ...countColumns(counts),
    status: 'completed',
    row_count: reading.lastRow,
    unprocessed_count: 0,
    progress: 100,
  });
}

/** Ends an import under `abort` as failed: nothing is applied, and `errors` are reported. `rowCount` as in failImport. */
export async function rejectFile(
  run: ImportRun,
  errors: readonly RangeError[],
  rowCount: number | null,
): Promise<void> {
  const rows = new Set(errors.flatMap(({ row, stagedRow }) => (row === null ? [] : [stagedRow ?? row])));
  await failImport(run, { ...NO_COUNTS, failed: rows.size }, errors, rowCount);
}

/**
 * Ends an import as failed and adds `errors` to the report. `rowCount` is null when the end of the file was not read;
 * then the number of unprocessed rows is unknown too. When the workspace has no space for all errors, the first ones are
 * reported.
 */
async function failImport(
  run: ImportRun,
  counts: Counts,
  errors: readonly RowError[],
  rowCount: number | null,
): Promise<void> {
  const fitting = await run.report.fit(errors);
  const after = { ...counts, errors: counts.errors + fitting.length };
  const columns: FencedColumns = {
    ...countColumns(after),
    status: 'failed',
    row_count: rowCount,
    unprocessed_count: rowCount === null ? null : rowCount - processedRows(after),
  };
  await run.session.transaction('READ COMMITTED', async (tx) => {
    await writeErrors(tx, run.job, fitting, counts.errors);
    await fence(tx, run.job, columns);
  });
}
