import type { Settings } from '../config/settings';
import type { BlobStorage } from '../storage/blob-storage';
import { filesFolder, openStorage } from '../storage/open-storage';
import { BackupError } from './manifest';
import { NewFilesFolder } from './new-files-folder';

/** The storage of a restored server: empty before, and empty again after a failed restore. */
export interface NewFiles {
  readonly storage: BlobStorage;
  /** Marks the restore as complete: no later restore removes the files. */
  readonly keep: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** First segments of the keys of all stored files. */
const KEY_PREFIXES = ['imports', 'exports'];

/** Throws a `BackupError` when the storage has files. */
export async function claimNewFiles(settings: Settings): Promise<NewFiles> {
  const storage = openStorage(settings);
  if (settings.storageUrl === '') {
    const folder = await NewFilesFolder.claim(filesFolder(settings));
    return { storage, keep: () => folder.keep(), discard: () => folder.discard() };
  }
  for await (const key of keysOf(storage)) {
    throw new BackupError(
      `${storage.place} is not empty (${key}): restore into a new prefix of STORAGE_URL.`,
    );
  }
  const discard = async (): Promise<void> => {
    for await (const key of keysOf(storage)) await storage.remove(key);
  };
  return { storage, keep: () => Promise.resolve(), discard };
}

async function* keysOf(storage: BlobStorage): AsyncIterable<string> {
  for (const prefix of KEY_PREFIXES) for await (const { key } of storage.list(prefix)) yield key;
}
