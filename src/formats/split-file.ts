import type { RawBatch } from './batch';
import { checkEncoding, ENCODING_BYTES } from './check-encoding';
import { CsvScanner } from './csv/csv-scanner';
import type { FileFormat, FormatLimits } from './format';
import { JsonArrayScanner } from './json/json-array-scanner';
import { NdjsonScanner } from './json/ndjson-scanner';
import type { RecordScanner } from './record-scanner';
import { PIECE_BYTES, RecordWindow } from './record-window';

const SCANNERS: Record<FileFormat, new (window: RecordWindow) => RecordScanner> = {
  csv: CsvScanner,
  json: JsonArrayScanner,
  ndjson: NdjsonScanner,
};

/**
 * Splits the bytes of a file into batches of whole raw records: strict UTF-8, linear in the bytes, in memory of a batch
 * and a record. The batches depend on the bytes and the limits only, never on how `source` cuts them into chunks.
 * A `FileError` is thrown where the file itself is wrong, after every whole record before that place was yielded.
 * CSV: the header comes first, alone, as row 0.
 */
export async function* splitFile(
  source: AsyncIterable<Uint8Array>,
  format: FileFormat,
  limits: FormatLimits,
): AsyncGenerator<RawBatch> {
  const window = new RecordWindow(format, limits);
  const scanner = new SCANNERS[format](window);
  let opened = false;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      window.append(chunk.subarray(at, at + PIECE_BYTES));
      if (!opened && window.end < ENCODING_BYTES) continue;
      if (!opened) open(window);
      opened = true;
      yield* closeBatches(scanner, window, false);
    }
  }
  if (!opened) open(window);
  yield* closeBatches(scanner, window, true);
}

function open(window: RecordWindow): void {
  window.skip(checkEncoding(window.bytes.subarray(0, Math.min(window.end, ENCODING_BYTES))));
}

function* closeBatches(scanner: RecordScanner, window: RecordWindow, final: boolean): Generator<RawBatch> {
  try {
    while (scanner.advance(final)) yield* window.flush();
  } catch (error) {
    yield* window.flush();
    throw error;
  }
  if (final) yield* window.flush();
}
