import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode } from './file-errors';

/**
 * Makes `folder` and the ones above it, and makes sure that they survive a power cut. One by one, because the recursive
 * `mkdir` of Node reports a full disk as ENOENT.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return;
    if (!hasCode(error, 'ENOENT') || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    return makeFolder(folder);
  }
  await syncFolder(dirname(folder));
}

/** Flushes the names in a folder to the disk: without it a renamed file may lose its name in a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
