import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../storage/local/folders';
import { BackupError } from './manifest';

/** Marks a folder whose content comes from an interrupted restore. */
const UNFINISHED = '.restoring';
const TEMPORARY = '.tmp';

/** The file folder of a restored server: empty before, and empty again after a failed restore. */
export class NewFilesFolder {
  private constructor(readonly path: string) {}

  /** Throws a `BackupError` when the folder contains anything but the files of an interrupted restore. */
  static async claim(path: string): Promise<NewFilesFolder> {
    await makeFolder(path);
    const folder = new NewFilesFolder(path);
    const found = (await readdir(path)).filter((name) => name !== TEMPORARY);
    if (found.length > 0 && !found.includes(UNFINISHED))
      throw new BackupError(`${path} is not empty: restore into a new DATA_DIR.`);
    await writeFile(join(path, UNFINISHED), '', { mode: 0o600 });
    for (const name of found.filter((each) => each !== UNFINISHED))
      await rm(join(path, name), { recursive: true });
    return folder;
  }

  /** Marks the restore as complete: no later restore removes the files. */
  async keep(): Promise<void> {
    await rm(join(this.path, UNFINISHED), { force: true });
  }

  async discard(): Promise<void> {
    for (const name of await readdir(this.path)) await rm(join(this.path, name), { recursive: true });
  }
}
