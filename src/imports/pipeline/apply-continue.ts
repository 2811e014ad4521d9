import { applyRange } from './apply-range';
import type { Counts } from './counts';
import { errorLimit, newReading, type FileReading } from '../reading/reading-context';
import { NO_LINES } from '../reading/prepared-batch';
import { readAhead } from '../reading/read-ahead';
import type { ImportRun } from './import-run';
import { Progress } from './progress';
import { RangeClassifier } from './range-classifier';
import { clearStage, StageWriter } from './staging';
import { readBatches, stageFile } from './stage-file';
import { UnsortedError } from './unsorted-error';

/**
 * A range of wide rows ends with the bytes of so many batches: what is read ahead lasts while it is applied, and neither side
 * waits for the other.
 */
const RANGE_BATCHES = 16;

/** What became of a file under `continue`. */
export interface ContinueOutcome {
  readonly reading: FileReading;
  readonly counts: Counts;
  /** The last row that was dealt with: before the last row of the file when errors became too many. */
  readonly reached: number;
}

/**
 * Applies range by range while the file is still being read: for files whose keys ascend, in which no row can share a
 * key with an earlier one. Throws an UnsortedError as soon as that is not so; the ranges applied by then stay.
 */
export async function applyWhileReading(run: ImportRun): Promise<ContinueOutcome> {
  const { request, settings, order } = run;
  const reading = newReading();
  const progress = new Progress(run, request.fileSize, 0, 99);
  const writer = new StageWriter(run);
  let { counts, checkpointRow: reached } = request;
  const apply = async (to: number, done: number): Promise<void> => {
    await writer.end();
    if (!order.ascending) throw new UnsortedError();
    counts = await applyRange(
      run,
      new RangeClassifier(run, false),
      { from: reached, to },
      counts,
      progress.at(done),
    );
    reached = to;
    await clearStage(run);
  };
  let last = { row: reached, offset: 0 };
  const rangeBytes = RANGE_BATCHES * settings.batchBytes;
  let bytes = 0;
  for await (const batch of readAhead(readBatches(run, reading))) {
    if (!order.ascending) throw new UnsortedError();
    if (counts.errors >= errorLimit(request)) break;
    if (batch.lastRow <= reached) {
      // What an earlier attempt has dealt with is not staged again, but later rows may hang on keys that it names first.
      if (batch.newParents.length > 0) await writer.add({ ...batch, rows: NO_LINES, errors: NO_LINES });
      continue;
    }
    last = { row: batch.lastRow, offset: batch.endOffset };
    await writer.add(batch);
    bytes += batch.rows.bytes.length;
    if (batch.lastRow - reached < settings.batchRows && bytes < rangeBytes) continue;
    await apply(batch.lastRow, batch.endOffset);
    bytes = 0;
  }
  if (last.row > reached) await apply(last.row, last.offset);
  return { reading, counts, reached };
}

/** Stages the whole file and then applies range by range: which rows share a key is known by then. */
export async function applyAfterReading(run: ImportRun): Promise<ContinueOutcome> {
  const { request, settings } = run;
  const reading = await stageFile(run);
  const { lastRow } = reading;
  const classifier = await RangeClassifier.ofWholeFile(run);
  const progress = new Progress(run, lastRow, 50, 99);
  let { counts, checkpointRow: reached } = request;
  while (reached < lastRow && counts.errors < errorLimit(request)) {
    const to = await classifier.endOf({ from: reached, to: Math.min(reached + settings.batchRows, lastRow) });
    const range = { from: reached, to };
    counts = await applyRange(run, classifier, range, counts, progress.at(range.to));
    reached = range.to;
  }
  return { reading, counts, reached };
}
