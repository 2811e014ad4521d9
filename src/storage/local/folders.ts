import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode } from './file-errors';

/** Creates `folder` and the ones above it, and syncs them, so that they survive a power cut. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await makeMissing(folder);
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    await syncFolder(dirname(made));
  }
}

/**
 * Creates `folder` and the ones above it that are missing, and returns the first one made, or undefined. One by one, because
 * the recursive `mkdir` of Node 20 reports a full disk as ENOENT, and never ends on a file system whose folders take none, such
 * as /proc. Throws what `mkdir` throws.
 */
export async function makeMissing(folder: string): Promise<string | undefined> {
  try {
    return (await makeOne(folder)) ? folder : undefined;
  } catch (error) {
    const parent = dirname(folder);
    if (!hasCode(error, 'ENOENT') || parent === folder) throw error;
    const first = await makeMissing(parent);
    return (await makeOne(folder)) ? (first ?? folder) : first;
  }
}

/** False when the folder is there already. */
async function makeOne(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST', 'EROFS', 'EACCES') && (await isFolder(folder))) return false;
    throw error;
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false, // what `mkdir` said is the reason that matters
  );

/** Flushes the names in a folder to the disk: without it a renamed file may lose its name in a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
