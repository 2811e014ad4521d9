import { fileErrorOf } from '../../catalog/reading/row-error';
import { addWarnings, type Warning } from '../../catalog/reading/warnings';
import { failpoint } from '../../config/failpoint';
import type { Sql } from '../../database/sql';
import { fence } from '../../jobs/fence';
import { JOB_METRICS } from '../../jobs/job-metrics';
import { MAX_REPORTED } from '../reading/reading-context';
import { applyPlannedRows, inRepeatableTransaction } from './apply-range';
import { classifyRange, endOfRange } from './classify-range';
import { NO_COUNTS, rowsBetween, type RowRange } from './counts';
import { type ReportedError, readRangeErrors, ReportFullError, writeRangeErrors } from './error-report';
import type { ImportRun, StagedRows } from './import-run';
import { addOutcomes, NO_OUTCOME, outcomeColumns, type Outcome } from './outcome';
import { Progress } from './progress';
import { verifySchemaVersion } from './verify-schema-version';
import { warningsAsErrors } from './warnings-as-errors';

/** Thrown to roll back the transaction of a file that has errors. */
class RejectedFileError extends Error {
  constructor(readonly errors: readonly ReportedError[]) {
    super('The file has errors.');
  }
}

/** A file under `abort`, of which all rows are staged. */
interface StagedFile extends StagedRows {
  readonly lastRow: number;
  /** What reading it warns of. */
  readonly warnings: readonly Warning[];
}

/**
 * `abort`: applies every range in one transaction, which also completes the job. Returns the errors of the file; when
 * there are any, nothing is applied. Up to `max_errors` rows may fail and are left out; beyond that the rows are only
 * classified, to find the other errors.
 */
export async function applyFile(run: ImportRun, file: StagedFile): Promise<readonly ReportedError[]> {
  const { session, stop, job, request, report } = run;
  const { lastRow } = file;
  try {
    const { applied, errorBytes } = await inRepeatableTransaction(session, stop, async (tx) => {
      await verifySchemaVersion(tx, run, { from: 0, to: lastRow });
      const { errors, ...done } = await applyRanges(tx, run, file);
      const warnings = addWarnings(file.warnings, done.applied.warnings);
      const unwanted = warningsAsErrors(run, warnings);
      if (done.applied.counts.failed > errorBudget(run, lastRow) || unwanted.length > 0) {
        throw new RejectedFileError([...errors, ...unwanted]);
      }
      await fence(tx, job, {
        ...outcomeColumns({ ...done.applied, warnings }),
        status: 'completed',
        checkpoint_row: lastRow,
        row_count: lastRow,
        unprocessed_count: 0,
        progress: 100,
      });
      failpoint('abort.applied');
      return done;
    });
    report.add(errorBytes);
    failpoint('abort.committed');
    if (!request.dryRun) JOB_METRICS.rows.emit(rowsBetween(NO_COUNTS, applied.counts));
    return [];
  } catch (error) {
    if (error instanceof RejectedFileError) return error.errors;
    if (error instanceof ReportFullError) return [fileErrorOf(error.reason)];
    throw error;
  }
}

/** What became of a file in the transaction, its first errors, and the bytes that its report takes. */
interface AppliedRanges {
  readonly applied: Outcome;
  readonly errors: readonly ReportedError[];
  readonly errorBytes: number;
}

async function applyRanges(tx: Sql, run: ImportRun, file: StagedFile): Promise<AppliedRanges> {
  const { stop, request } = run;
  const { lastRow } = file;
  const budget = errorBudget(run, lastRow);
  const progress = new Progress(run, lastRow, 50, 99);
  const errors: ReportedError[] = [];
  let errorBytes = 0;
  let applied = NO_OUTCOME;
  const mayGoOn = (): boolean => applied.counts.failed <= budget || errors.length < MAX_REPORTED.abort;
  for (let from = 0, to = 0; from < lastRow && mayGoOn(); from = to) {
    stop.throwIfAborted();
    to = await endOfRange(run, file, from, lastRow);
    const range = { from, to };
    const started = performance.now();
    const classified = await classifyRange(tx, run, file, range);
    const isWithin = applied.counts.failed + classified.counts.failed <= budget;
    const outcome = await applyPlannedRows(tx, run, file, classified, isWithin && !request.dryRun);
    const before = applied;
    applied = addOutcomes(before, outcome);
    if (outcome.counts.errors > 0) {
      errors.push(...(await readRangeErrors(tx, run, range, MAX_REPORTED.abort - errors.length)));
      if (applied.counts.failed <= budget) errorBytes = await reportRange(tx, run, range, before, errorBytes);
    }
    JOB_METRICS.batch.emit((performance.now() - started) / 1_000);
    await progress.reach(to);
  }
  return { applied, errors, errorBytes };
}

/** Reports the rows of a range that are left out; returns the bytes of the report so far. */
async function reportRange(
  tx: Sql,
  run: ImportRun,
  range: RowRange,
  { counts }: Outcome,
  reserved: number,
): Promise<number> {
  const bytes = await run.report.reserve(tx, range, reserved);
  await writeRangeErrors(tx, run, range, counts.errors);
  return bytes;
}

/**
 * How many rows of a file with `rowCount` rows may fail under `abort` and be left out (docs/contract.md 2.6): `max_errors` is
 * a number, or a percentage of the rows of the file, rounded down.
 */
function errorBudget({ request: { options } }: Pick<ImportRun, 'request'>, rowCount: number): number {
  const { max_errors: max } = options;
  if (max === undefined) return 0;
  if (!max.endsWith('%')) return Number(max);
  // In ten thousandths of a per cent, so that the product is exact.
  return Math.floor((rowCount * Math.round(Number(max.slice(0, -1)) * 10_000)) / 1_000_000);
}
