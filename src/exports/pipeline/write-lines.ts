import { formatCsvRecord } from '../../formats/csv/format-csv-record';
import type { FileFormat } from '../../formats/format';

const COMMA_AND_LF = 2;

/** The bytes of a file out of the lines that Postgres wrote: the header of CSV, the brackets of JSON. */
export function writeLines(
  format: FileFormat,
  header: readonly string[],
  lines: AsyncIterable<Buffer>,
): AsyncIterable<Buffer> {
  if (format === 'csv') return withHeader(formatCsvRecord(header), lines);
  return format === 'json' ? inBrackets(lines) : lines;
}

async function* withHeader(header: string, lines: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  yield Buffer.from(header);
  yield* lines;
}

/** Every line ends in a comma and LF; the last comma is held back. */
async function* inBrackets(lines: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let held = Buffer.alloc(0);
  for await (const chunk of lines) {
    const bytes = Buffer.concat([held.length === 0 ? Buffer.from('[\n') : held, chunk]);
    yield bytes.subarray(0, -COMMA_AND_LF);
    held = bytes.subarray(-COMMA_AND_LF);
  }
  yield Buffer.from(held.length === 0 ? '[]\n' : '\n]\n');
}
