import { failpoint } from '../../config/failpoint';
import { fence } from '../../jobs/fence';
import { JOB_METRICS } from '../../jobs/job-metrics';
import { addCounts, countColumns, rowsBetween, type Counts } from './counts';
import { verifySchemaVersion } from './verify-schema-version';
import type { ImportRun } from './import-run';
import type { RangeClassifier } from './range-classifier';
import { repeatable } from './retry';
import type { RowRange } from './row-range';
import { writeRangeErrors } from './write-errors';

/**
 * `continue`: one transaction a range. Its records, its row errors, the counters and the checkpoint are one and the same
 * commit, so a range took effect exactly when the job says so. Answers the counts with those of the range. Throws a
 * ReportFullError, and then nothing of the range is in.
 */
export async function applyRange(
  run: ImportRun,
  classifier: RangeClassifier,
  range: RowRange,
  before: Counts,
  progress: number,
): Promise<Counts> {
  run.stop.throwIfAborted();
  const started = performance.now();
  let errorBytes = 0;
  const applied = await repeatable(run.session, run.stop, async (tx) => {
    await verifySchemaVersion(tx, run, range);
    const classified = await classifier.classifyRange(tx, range);
    const { counts } = classified;
    failpoint('import.classified');
    if (!run.request.dryRun) await classifier.applyRange(tx, classified);
    errorBytes = counts.errors > 0 ? await run.report.reserve(tx, range, before) : 0;
    if (counts.errors > 0) await writeRangeErrors(tx, run, range, before.errors);
    const after = addCounts(before, counts);
    await fence(tx, run.job, { ...countColumns(after), checkpoint_row: range.to, progress });
    failpoint('import.applied');
    return after;
  });
  run.report.keep(errorBytes);
  failpoint('import.committed');
  JOB_METRICS.batch.emit((performance.now() - started) / 1_000);
  if (!run.request.dryRun) JOB_METRICS.rows.emit(rowsBetween(before, applied));
  return applied;
}
