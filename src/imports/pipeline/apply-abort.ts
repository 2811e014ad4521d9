import type { Sql } from '../../database/sql';
import type { RowError } from '../../catalog/reading/row-error';
import { failpoint } from '../../config/failpoint';
import { fence } from '../../jobs/fence';
import { JOB_METRICS } from '../../jobs/job-metrics';
import { addCounts, countColumns, NO_COUNTS, rowsBetween, type Counts } from './counts';
import { errorLimit } from '../reading/reading-context';
import type { ImportRun } from './import-run';
import { verifySchemaVersion } from './verify-schema-version';
import { Progress } from './progress';
import type { RangeClassifier } from './range-classifier';
import { repeatable } from './retry';
import { readRangeErrors } from './write-errors';

/** Thrown to roll back: the file has errors, so nothing of it may stay. */
class RefusedError extends Error {
  constructor(readonly errors: readonly RowError[]) {
    super('The file has errors.');
  }
}

/**
 * `abort`: every range in one transaction, which also completes the job; or nothing at all. Answers the errors that the
 * file has, none when it is in.
 */
export async function applyAbort(
  run: ImportRun,
  classifier: RangeClassifier,
  lastRow: number,
): Promise<readonly RowError[]> {
  try {
    const applied = await repeatable(run.session, run.stop, async (tx) => {
      const { counts, errors } = await applyAll(run, classifier, lastRow, tx);
      if (errors.length > 0) throw new RefusedError(errors);
      await fence(tx, run.job, {
        ...countColumns(counts),
        status: 'completed',
        checkpoint_row: lastRow,
        row_count: lastRow,
        unprocessed_count: 0,
        progress: 100,
      });
      failpoint('abort.applied');
      return counts;
    });
    failpoint('abort.committed');
    if (!run.request.dryRun) JOB_METRICS.rows.emit(rowsBetween(NO_COUNTS, applied));
    return [];
  } catch (error) {
    if (error instanceof RefusedError) return error.errors;
    throw error;
  }
}

/** After the first error the rows are only judged, to report what else is wrong. */
async function applyAll(
  run: ImportRun,
  classifier: RangeClassifier,
  lastRow: number,
  tx: Sql,
): Promise<{ counts: Counts; errors: RowError[] }> {
  const { request, settings, stop } = run;
  await verifySchemaVersion(tx, run, { from: 0, to: lastRow });
  const limit = errorLimit(request);
  const progress = new Progress(run, lastRow, 50, 99);
  const errors: RowError[] = [];
  let counts = NO_COUNTS;
  for (let from = 0, to = 0; from < lastRow && errors.length < limit; from = to) {
    stop.throwIfAborted();
    to = await classifier.endOf({ from, to: Math.min(from + settings.batchRows, lastRow) });
    const range = { from, to };
    const started = performance.now();
    const classified = await classifier.classifyRange(tx, range);
    counts = addCounts(counts, classified.counts);
    if (classified.counts.errors > 0)
      errors.push(...(await readRangeErrors(tx, range, limit - errors.length)));
    if (errors.length === 0 && !request.dryRun) await classifier.applyRange(tx, classified);
    JOB_METRICS.batch.emit((performance.now() - started) / 1_000);
    await progress.reach(to);
  }
  return { counts, errors };
}
