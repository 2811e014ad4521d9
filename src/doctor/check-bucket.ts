import type { Settings } from '../config/settings';
import { openStorage } from '../storage/open-storage';
import { fault, type Finding, ok } from './finding';
import { writeAndRead } from './write-and-read';

const NAME = 'storage';
/** Longer than any upload: nothing is swept, but the right to list and to abort uploads is used. */
const HUNDRED_YEARS_MS = 3_155_760_000_000;

/** Checks that objects can be written, read, listed and removed in the bucket of STORAGE_URL, and uploads be listed. */
export async function checkBucket(settings: Settings): Promise<Finding> {
  try {
    const storage = openStorage(settings);
    await writeAndRead(storage);
    for await (const { key } of storage.list('imports')) if (key !== '') break;
    await storage.sweep(HUNDRED_YEARS_MS);
    return ok(NAME, `${storage.place} can be written, read, listed and swept`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fault(
      NAME,
      reason,
      'See "Files in a bucket" in docs/operations.md for the address, the credentials and the rights.',
    );
  }
}
