import { fileErrorOf, type RowError } from '../../catalog/reading/row-error';
import { addWarnings } from '../../catalog/reading/warnings';
import { failpoint } from '../../config/failpoint';
import { fence, type FencedColumns } from '../../jobs/fence';
import type { JobError } from '../../jobs/job';
import type { FileReading } from '../reading/reading-context';
import { NO_COUNTS, processedRows } from './counts';
import { type ReportedError, writeErrors } from './error-report';
import { addErrors, groupErrors } from './error-summary';
import type { FileFacts, ImportRun } from './import-run';
import { NO_OUTCOME, outcomeColumns, type Outcome } from './outcome';
import { warningsAsErrors } from './warnings-as-errors';

const TOO_MANY_ERRORS: JobError = {
  code: 'too_many_errors',
  message:
    'The file has a million errors; the rest of it was not read. Is it the right file, mapping and resource type?',
};

/** What became of a file under `continue`. */
export interface ContinueOutcome {
  readonly reading: FileReading;
  readonly facts: FileFacts;
  readonly done: Outcome;
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

/**
 * Ends an import under `continue`: completed, or failed when the whole file could not be read or reported, or when it has
 * warnings and the request takes these as errors. Rows that were applied stay.
 */
export async function endContinue(run: ImportRun, outcome: ContinueOutcome): Promise<void> {
  const { reading, facts, done, reached, reportFull } = outcome;
  const warnings = addWarnings(facts.warnings, done.warnings);
  const isDone = reading.whole && reached >= reading.lastRow;
  const error = reportFull ?? reading.fileError ?? (isDone ? null : TOO_MANY_ERRORS);
  failpoint('import.ending');
  const end = { ...done, warnings };
  if (error !== null) return failImport(run, end, [fileErrorOf(error)], null);
  const unwanted = warningsAsErrors(run, warnings);
  if (unwanted.length > 0) return failImport(run, end, unwanted, reading.lastRow);
  await fence(run.pool, run.job, {
    ...outcomeColumns(end),
    status: 'completed',
    row_count: reading.lastRow,
    unprocessed_count: 0,
    progress: 100,
  });
}

/** Ends an import under `abort` as failed: nothing is applied, and `errors` are reported. `rowCount` as in failImport. */
export async function rejectFile(
  run: ImportRun,
  errors: readonly ReportedError[],
  { warnings }: FileFacts,
  rowCount: number | null,
): Promise<void> {
  const rows = new Set(errors.flatMap(({ row, stagedRow }) => (row === null ? [] : [stagedRow ?? row])));
  const counts = { ...NO_COUNTS, failed: rows.size };
  await failImport(run, { ...NO_OUTCOME, counts, warnings }, errors, rowCount);
}

/**
 * Ends an import as failed and adds `errors` to the report. `rowCount` is null when the end of the file was not read;
 * then the number of unprocessed rows is unknown too. When the workspace has no space for all errors, the first ones are
 * reported.
 */
async function failImport(
  run: ImportRun,
  done: Outcome,
  errors: readonly RowError[],
  rowCount: number | null,
): Promise<void> {
  const fitting = await run.report.fit(errors);
  const { counts, errorSummary } = done;
  const after = { ...counts, errors: counts.errors + fitting.length };
  const columns: FencedColumns = {
    ...outcomeColumns({
      ...done,
      counts: after,
      errorSummary: addErrors(errorSummary, groupErrors(fitting)),
    }),
    status: 'failed',
    row_count: rowCount,
    unprocessed_count: rowCount === null ? null : rowCount - processedRows(after),
  };
  await run.session.transaction('READ COMMITTED', async (tx) => {
    await writeErrors(tx, run.job, fitting, counts.errors);
    await fence(tx, run.job, columns);
  });
}
