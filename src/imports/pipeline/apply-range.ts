import { failpoint } from '../../config/failpoint';
import { fence } from '../../jobs/fence';
import { JOB_FIGURES } from '../../jobs/job-figures';
import { addCounts, countColumns, rowsBetween, type Counts } from './counts';
import { holdReading } from './hold-reading';
import type { ImportRun } from './import-run';
import type { RangeJudge } from './range-judge';
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
  judge: RangeJudge,
  range: RowRange,
  before: Counts,
  progress: number,
): Promise<Counts> {
  run.stop.throwIfAborted();
  const started = performance.now();
  let errorBytes = 0;
  const applied = await repeatable(run.session, run.stop, async (tx) => {
    await holdReading(tx, run, range);
    const judged = await judge.judgeRange(tx, range);
    const { counts } = judged;
    failpoint('import.judged');
    if (!run.request.dryRun) await judge.applyRange(tx, judged);
    errorBytes = counts.errors > 0 ? await run.report.reserve(tx, range, before) : 0;
    if (counts.errors > 0) await writeRangeErrors(tx, run, range, before.errors);
    const after = addCounts(before, counts);
    await fence(tx, run.job, { ...countColumns(after), checkpoint_row: range.to, progress });
    failpoint('import.applied');
    return after;
  });
  run.report.keep(errorBytes);
  failpoint('import.committed');
  JOB_FIGURES.batch.tell((performance.now() - started) / 1_000);
  if (!run.request.dryRun) JOB_FIGURES.rows.tell(rowsBetween(before, applied));
  return applied;
}
