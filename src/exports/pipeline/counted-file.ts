import type { Database } from '../../database/database';
import type { ClaimedJob } from '../../jobs/job';
import { reserveBytes } from '../../jobs/stored-bytes';

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
