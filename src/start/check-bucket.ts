import type { Settings } from '../config/settings';
import { openStorage } from '../storage/open-storage';
import { messageOf, StartError } from './start-error';

/** Checks that the bucket of STORAGE_URL can be read and written. Throws a `StartError` that names what to correct. */
export async function checkBucket(settings: Settings): Promise<void> {
  await openStorage(settings)
    .check()
    .catch((error: unknown) => {
      throw new StartError(messageOf(error));
    });
}
