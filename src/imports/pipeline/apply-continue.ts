import { fence } from '../../jobs/fence';
import { addCounts, countColumns, type Counts } from './counts';
import { errorLimit } from './error-limit';
import type { ImportRun } from './import-run';
import { holdReading } from './hold-reading';
import { Progress } from './progress';
import type { RangeJudge, RowRange } from './range-judge';
import { repeatable } from './retry';
import { writeRangeErrors } from './write-errors';

/** What became of a file under `continue`. */
export interface ContinueOutcome {
  counts: Counts;
  /** The last row that was dealt with: before the last row of the file when errors became too many. */
  reached: number;
}

/**
 * `continue`: one transaction a range. Its records, its row errors, the counters and the checkpoint are one and the same
 * commit, so a range took effect exactly when the job says so.
 */
export async function applyContinue(
  run: ImportRun,
  judge: RangeJudge,
  lastRow: number,
): Promise<ContinueOutcome> {
  const { request, settings, stop, session } = run;
  const progress = new Progress(run, lastRow, 50, 99);
  let { counts, checkpointRow: reached } = request;
  while (reached < lastRow && counts.errors < errorLimit(request)) {
    stop.throwIfAborted();
    const range = { from: reached, to: Math.min(reached + settings.batchRows, lastRow) };
    const before = counts;
    counts = await repeatable(session, stop, async (tx) => {
      const after = addCounts(before, await applyRange(run, judge, range, before, tx));
      await fence(tx, run.job, {
        ...countColumns(after),
        checkpoint_row: range.to,
        progress: progress.at(range.to),
      });
      return after;
    });
    reached = range.to;
  }
  return { counts, reached };
}

async function applyRange(
  run: ImportRun,
  judge: RangeJudge,
  range: RowRange,
  before: Counts,
  tx: Parameters<RangeJudge['judgeRange']>[0],
): Promise<Counts> {
  await holdReading(tx, run);
  const counts = await judge.judgeRange(tx, range);
  if (!run.request.dryRun) await judge.applyRange(tx, counts);
  if (counts.errors > 0) await writeRangeErrors(tx, run, range, before.errors);
  return counts;
}
