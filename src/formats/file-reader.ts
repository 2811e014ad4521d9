import type { RawBatch, ParsedRecord } from './batch';
import { markLength } from './encoding';
import { asUtf8 } from './encodings/decode-stream';
import { CsvScanner } from './csv/csv-scanner';
import { DEFAULT_LAYOUT, encodingOf, type FileLayout } from './file-layout';
import { FileError, type FileFormat, type FormatLimits } from './format';
import { JsonScanner } from './json/json-scanner';
import { NdjsonScanner } from './json/ndjson-scanner';
import { type RecordScanner, PIECE_BYTES, RecordWindow } from './record-window';
import { parseCsvBatch } from './csv/parse-csv-batch';
import { parseJsonBatch } from './json/parse-json-batch';

/** How one format is read. A new format, or a variant of one, is another entry here. */
interface FormatReader {
  /** Finds the ends of records in the bytes of a file. */
  readonly Scanner: new (window: RecordWindow, layout: FileLayout) => RecordScanner;
  /** Parses the records of a batch, one for one and in order. */
  readonly parse: (batch: RawBatch, limits: FormatLimits, layout: FileLayout) => ParsedRecord[];
}

const READERS: Record<FileFormat, FormatReader> = {
  csv: { Scanner: CsvScanner, parse: parseCsvBatch },
  json: { Scanner: JsonScanner, parse: parseJsonBatch },
  ndjson: { Scanner: NdjsonScanner, parse: parseJsonBatch },
};

/**
 * Splits the bytes of a file into batches of whole raw records. Only UTF-8 is accepted. The time is linear in the bytes,
 * and the memory is that of one batch and one record. The batches depend only on the bytes and the limits, never on how
 * `source` cuts the bytes into chunks. Throws a `FileError` where the file itself is wrong, after all whole records before
 * that position. In a CSV file the header is the first batch, alone, as row 0.
 */
export async function* splitFile(
  source: AsyncIterable<Uint8Array>,
  format: FileFormat,
  limits: FormatLimits,
  layout: FileLayout = DEFAULT_LAYOUT,
): AsyncGenerator<RawBatch> {
  const window = new RecordWindow(format, limits);
  const scanner = new READERS[format].Scanner(window, layout);
  let opened = false;
  try {
    for await (const chunk of asUtf8(source, encodingOf(format, layout))) {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        window.append(chunk.subarray(at, at + PIECE_BYTES));
        if (!opened) window.skip(markLength(window.bytes.subarray(0, window.end)));
        opened = true;
        yield* closeBatches(scanner, window, false);
      }
    }
  } catch (error) {
    // The source may have one too: a byte that cannot be decoded. The whole records before it count.
    if (error instanceof FileError) yield* window.flush();
    throw error;
  }
  yield* closeBatches(scanner, window, true);
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

/**
 * Parses the records of a batch, one for one and in order. A record that cannot be parsed has its issue and its text.
 * The first batch of a CSV file is the header alone, as the record with row 0.
 */
export function parseBatch(
  batch: RawBatch,
  limits: FormatLimits,
  layout: FileLayout = DEFAULT_LAYOUT,
): ParsedRecord[] {
  return READERS[batch.format].parse(batch, limits, layout);
}
