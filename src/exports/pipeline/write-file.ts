import { formatCsvRecord } from '../../formats/csv/format-csv-record';
import type { FileFormat } from '../../formats/format';
import type { Database } from '../../database/database';
import type { ClaimedJob } from '../../jobs/job';
import { reserveBytes } from '../../jobs/stored-bytes';

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

/** A file asks for an eighth more than it has, and at most for so many bytes more: others need them, too. */
const AHEAD = 1 / 8;
const MAX_AHEAD = 8_388_608;

/**
 * The bytes of a file on their way to the storage, each reserved before it is written, so that all files of a workspace
 * together never have more than `limit`; 0 is no limit. Throws TooManyBytesError and FencedOutError.
 */
export async function* countedFile(
  database: Database,
  job: ClaimedJob,
  limit: number,
  file: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  let size = 0;
  let reserved = 0;
  for await (const chunk of file) {
    size += chunk.length;
    if (limit > 0 && size > reserved) {
      const wish = size + Math.min(Math.ceil(size * AHEAD), MAX_AHEAD);
      reserved = await reserveBytes(database, job, { bytes: size, wish }, limit);
    }
    yield chunk;
  }
}
