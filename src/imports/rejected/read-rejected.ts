import { type ParsedRecord, recordText } from '../../formats/batch';
import { DEFAULT_LIMITS, type FileFormat, type FormatLimits, FileError } from '../../formats/format';
import { fitCells } from '../../formats/csv/column-count';
import { readHeader } from '../../formats/csv/csv-header';
import type { FileLayout } from '../../formats/file-layout';
import { parseBatch, splitFile } from '../../formats/file-reader';
import { type ImportStore, rowError } from '../import-store';
import type { RowErrorDto } from '../import-job.dto';

/** A record as the uploaded file has it, and why it was rejected. */
export interface RejectedRecord {
  readonly record: ParsedRecord;
  /** The bytes of the record, as text. */
  readonly raw: string;
  readonly failed: FailedRow;
}

/** What a rejected-rows file is made of: first the header of a CSV file, then the records that failed. */
export type RejectedPart = { header: readonly string[] } | RejectedRecord;

/** Picks the failed rows out of the uploaded file; batches without one are not parsed. */
export async function* readRejected(
  source: AsyncIterable<Uint8Array>,
  format: FileFormat,
  layout: FileLayout,
  batchBytes: number,
  failed: AsyncIterator<FailedRow>,
): AsyncGenerator<RejectedPart> {
  const limits: FormatLimits = { ...DEFAULT_LIMITS, batchBytes };
  let next = await failed.next();
  let columns = 0;
  try {
    for await (const batch of splitFile(source, format, limits, layout)) {
      if (batch.firstRow === 0) {
        const header = readHeader(batch, limits, layout);
        columns = header.length;
        yield { header };
      }
      if (next.done) return;
      const end = batch.firstRow + batch.lines.length;
      if (next.value.row >= end) continue;
      const records = parseBatch(batch, limits, layout);
      while (!next.done && next.value.row < end) {
        const index = next.value.row - batch.firstRow;
        const record = records[index];
        if (record) {
          yield {
            record: fitted(record, columns, layout),
            raw: recordText(batch, index),
            failed: next.value,
          };
        }
        next = await failed.next();
      }
    }
  } catch (error) {
    // An error of the file itself is in the job's errors; the rows before it are all here.
    if (!(error instanceof FileError)) throw error;
  }
}

/** Under `ragged: pad` a record has as many cells as the header. */
function fitted(record: ParsedRecord, columns: number, { csv }: FileLayout): ParsedRecord {
  if (!('cells' in record)) return record;
  const cells = fitCells(record.cells, columns, csv);
  return 'code' in cells ? record : { ...record, cells: [...cells] };
}

const PAGE = 1_000;

/** A row that failed, with everything that is wrong with it. */
interface FailedRow {
  readonly row: number;
  readonly line: number | null;
  readonly errors: RowErrorDto[];
}

/** The failed rows of an import in the order of the file; the report is read page by page. */
export async function* failedRows(
  store: ImportStore,
  workspaceId: string,
  id: string,
): AsyncGenerator<FailedRow> {
  let pending = null as FailedRow | null;
  let after = 0;
  for (;;) {
    const page = await store.errors(workspaceId, id, after, PAGE);
    for (const error of page) {
      after = error.seq;
      if (error.row === null) continue;
      if (pending?.row !== error.row) {
        if (pending) yield pending;
        pending = { row: error.row, line: error.line, errors: [] };
      }
      pending.errors.push(rowError(error));
    }
    if (page.length < PAGE) break;
  }
  if (pending) yield pending;
}
