import { rmdir, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Settings } from '../config/settings';
import { hasCode } from '../storage/local/file-errors';
import { makeMissing } from '../storage/local/folders';
import { LocalBlobStorage } from '../storage/local/local-blob-storage';
import { fault, type Finding, ok, warning } from './finding';
import { writeAndRead } from './write-and-read';

const NAME = 'storage';

/** Checks that files can be written, synced, renamed and read in DATA_DIR, and that there is space for more. */
export async function checkStorage({ dataDir, uploadBytes }: Settings): Promise<Finding> {
  const folder = resolve(dataDir, 'files');
  let created: string | undefined;
  try {
    created = await makeMissing(folder);
    await writeAndRead(new LocalBlobStorage(folder));
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const says = `${folder} can be written; ${(free / 1e9).toFixed(1)} GB are free`;
    if (free < uploadBytes) return fault(NAME, says, 'Free space: not even one file of UPLOAD_BYTES fits.');
    if (free < 10 * uploadBytes)
      return warning(NAME, says, 'Free space: fewer than ten files of UPLOAD_BYTES fit.');
    return ok(NAME, says);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fault(
      NAME,
      `${folder} cannot be used: ${reason}`,
      'Give the user of Almagest write access, or set DATA_DIR.',
    );
  } finally {
    if (created !== undefined) await removeCreated(folder, created);
  }
}

/** Removes the folders that the check created, from the innermost to `first`; one that is in use stays. */
async function removeCreated(folder: string, first: string): Promise<void> {
  const folders = [resolve(folder, '.tmp'), resolve(folder, 'imports')];
  for (let at = folder; at.length >= first.length; at = dirname(at)) folders.push(at);
  for (const each of folders) {
    await rmdir(each).catch((error: unknown) => {
      if (!hasCode(error, 'ENOTEMPTY', 'ENOENT')) throw error;
    });
  }
}
