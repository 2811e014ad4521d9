import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../storage/local/folders';
import { BackupError } from './manifest';

/** In a folder that an interrupted restore has left: all in it comes from that. */
const UNFINISHED = '.restoring';
const TEMPORARY = '.tmp';

/** The folder of files of a server that is restored: empty before, and again after a restore that failed. */
export class NewFilesFolder {
  private constructor(readonly path: string) {}

  /** Throws a `BackupError` when the folder holds anything but what an interrupted restore left. */
  static async claim(path: string): Promise<NewFilesFolder> {
    await makeFolder(path);
    const folder = new NewFilesFolder(path);
    const found = (await readdir(path)).filter((name) => name !== TEMPORARY);
    if (found.length > 0 && !found.includes(UNFINISHED))
      throw new BackupError(`${path} is not empty: a server is restored into a new DATA_DIR.`);
    await writeFile(join(path, UNFINISHED), '', { mode: 0o600 });
    for (const name of found.filter((each) => each !== UNFINISHED))
      await rm(join(path, name), { recursive: true });
    return folder;
  }

  /** From now on the files are a server's: no later restore may remove them. */
  async keep(): Promise<void> {
    await rm(join(this.path, UNFINISHED), { force: true });
  }

  async discard(): Promise<void> {
    for (const name of await readdir(this.path)) await rm(join(this.path, name), { recursive: true });
  }
}
