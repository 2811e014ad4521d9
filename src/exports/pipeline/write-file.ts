import { formatCsvRecord } from '../../formats/csv/write-csv';
import type { FileFormat } from '../../formats/format';
import type { ClaimedJob } from '../../jobs/job';
import type { JobQuota } from '../../jobs/job-quota';
import type { BlobStorage, StoredBlob } from '../../storage/blob-storage';

const COMMA_AND_LF = 2;
/**
 * A file reserves an eighth more than it has, up to a limit in bytes, because other files need space
 * too.
 */
const AHEAD = 1 / 8;
const MAX_AHEAD = 8_388_608;

/** A byte order mark: by it a spreadsheet reads the file as UTF-8. */
const BOM = '\uFEFF';

/**
 * The bytes of a file: the lines that Postgres wrote, with the header of CSV or the brackets of JSON. `bom`: CSV begins with a
 * byte order mark.
 */
export function writeFile(
  format: FileFormat,
  header: readonly string[],
  lines: AsyncIterable<Buffer>,
  bom = false,
): AsyncIterable<Buffer> {
  if (format === 'csv') return withHeader((bom ? BOM : '') + formatCsvRecord(header), lines);
  return format === 'json' ? inBrackets(lines) : lines;
}

async function* withHeader(header: string, lines: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  yield Buffer.from(header);
  yield* lines;
}

/**
 * Every line ends in a comma and LF. The last two bytes are buffered, so that the last comma is left
 * out.
 */
async function* inBrackets(lines: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let buffered = Buffer.alloc(0);
  for await (const chunk of lines) {
    const bytes = Buffer.concat([buffered.length === 0 ? Buffer.from('[\n') : buffered, chunk]);
    yield bytes.subarray(0, -COMMA_AND_LF);
    buffered = bytes.subarray(-COMMA_AND_LF);
  }
  yield Buffer.from(buffered.length === 0 ? '[]\n' : '\n]\n');
}

/**
 * Stores the file of this attempt, and returns its key, size and SHA-256. All files of a workspace together have at most `limit` bytes; 0 is no limit. Throws
 * TooManyBytesError, FencedOutError and StorageFullError.
 */
export async function storeFile(
  quota: JobQuota,
  storage: BlobStorage,
  job: ClaimedJob,
  file: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<StoredBlob & { readonly key: string }> {
  const key = `exports/${job.id}-${job.attempt}`;
  const stored: StoredBlob = await storage.put(key, reserving(quota, job, limit, file));
  return { ...stored, key };
}

/** Passes the bytes on and reserves each before it is written. */
async function* reserving(
  quota: JobQuota,
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
      reserved = await quota.reserve(job, { bytes: size, wish });
    }
    yield chunk;
  }
}
