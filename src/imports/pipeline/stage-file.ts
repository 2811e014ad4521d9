import { newReading, type FileReading } from '../reading/reading-context';
import type { PreparedBatch } from '../reading/prepared-batch';
import { readAhead } from '../reading/read-ahead';
import { readFile } from '../reading/read-file';
import type { ImportRun } from './import-run';
import { Progress } from './progress';
import { completeStage, StageWriter } from './staging';

/** Stages the rows and row errors of the whole file, and finds out which rows share a key. Nothing durable is written. */
export async function stageFile(run: ImportRun): Promise<FileReading> {
  const reading = newReading();
  const progress = new Progress(run, run.request.fileSize, 0, 50);
  const writer = new StageWriter(run);
  for await (const batch of readAhead(readBatches(run, reading))) {
    await writer.add(batch);
    await progress.reach(batch.endOffset);
  }
  await writer.end();
  await completeStage(run);
  return reading;
}

/** Reads the file, and notes in `run` what each batch tells of it. */
export async function* readBatches(run: ImportRun, reading: FileReading): AsyncGenerator<PreparedBatch> {
  for await (const batch of readFile(run, reading)) {
    run.given.note(batch.given);
    run.binder.ignore(batch.ignored);
    run.order.ascending = batch.ascending;
    yield batch;
  }
}
