import { recordText, type ParsedRecord } from '../../formats/batch';
import { fitCells } from '../../formats/csv/column-count';
import { readHeader } from '../../formats/csv/csv-header';
import { asUtf8 } from '../../formats/encodings/decode-stream';
import { UTF_8 } from '../../formats/encodings/resolve-encoding';
import { DEFAULT_LIMITS, type FileFormat, type FormatLimits, FileError } from '../../formats/format';
import { encodingOf, type FileLayout } from '../../formats/file-layout';
import { parseBatch, splitFile } from '../../formats/file-reader';
import { FirstLines } from './first-lines';
import type { FailedRow, RejectedFile, RejectedPart } from './rejected-file';

/** Picks the failed rows out of the uploaded file; batches without one are not parsed. */
export function readRejected(
  source: AsyncIterable<Uint8Array>,
  format: FileFormat,
  layout: FileLayout,
  batchBytes: number,
  failed: AsyncIterator<FailedRow>,
): RejectedFile {
  const encoding = encodingOf(format, layout) ?? UTF_8;
  return { layout, encoding, parts: readParts(asUtf8(source, encoding), format, layout, batchBytes, failed) };
}

/** `text`: the uploaded file as UTF-8. */
async function* readParts(
  text: AsyncIterable<Uint8Array>,
  format: FileFormat,
  layout: FileLayout,
  batchBytes: number,
  failed: AsyncIterator<FailedRow>,
): AsyncGenerator<RejectedPart> {
  const limits: FormatLimits = { ...DEFAULT_LIMITS, batchBytes };
  const before = new FirstLines((layout.csv.header_row ?? 1) - 1);
  const decoded: FileLayout = {
    csv: { ...layout.csv, encoding: UTF_8 },
    json: { ...layout.json, encoding: UTF_8 },
  };
  let next = await failed.next();
  let columns = 0;
  try {
    for await (const batch of splitFile(before.pass(text), format, limits, decoded)) {
      if (batch.firstRow === 0) {
        const header = readHeader(batch, limits, decoded);
        columns = header.length;
        yield { before: before.text, header };
      }
      if (next.done) return;
      const end = batch.firstRow + batch.lines.length;
      if (next.value.row >= end) continue;
      const records = parseBatch(batch, limits, decoded);
      while (!next.done && next.value.row < end) {
        const index = next.value.row - batch.firstRow;
        const record = records[index];
        if (record) {
          const raw = recordText(batch, index);
          yield { record: fitted(record, columns, decoded), raw, failed: next.value };
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
