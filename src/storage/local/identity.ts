import { type FileHandle, link, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode, isMissing } from './file-errors';
import { syncFolder } from './folders';

/** The UUID in the file `path`, or null when the folder has none yet. */
export async function readIdentity(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** A new file beside the final one, and its open handle. */
interface Draft {
  path: string;
  handle: FileHandle;
}

/**
 * Names the folder: `id` becomes the content of `path` unless another process was first.
 * Linking a whole file under the final name lets exactly one win, and none read half a name.
 */
export async function proposeIdentity(path: string, id: string, draft: Draft): Promise<void> {
  await draft.handle.writeFile(`${id}\n`);
  await draft.handle.sync();
  try {
    await link(draft.path, path);
    await syncFolder(dirname(path));
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
}
