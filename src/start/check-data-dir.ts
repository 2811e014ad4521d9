import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Settings } from '../config/settings';
import { makeMissing } from '../storage/local/folders';
import { codeOf, messageOf, StartError } from './start-error';

/** Folders in DATA_DIR: stored files, and the private servers where one is needed. */
const FILES = 'files';
const SERVERS = 'embedded';

/**
 * Creates DATA_DIR and its folders and writes a file in each, before anything is started there. Throws a `StartError` that
 * names the folder and says what to do.
 */
export async function checkDataDir({ dataDir, databaseUrl, redisUrl, storageUrl }: Settings): Promise<void> {
  const root = resolve(dataDir);
  const hasServers = databaseUrl === '' || redisUrl === '';
  const below = [storageUrl === '' ? FILES : [], hasServers ? SERVERS : []].flat();
  const folders = below.length === 0 ? [] : [root, ...below.map((name) => join(root, name))];
  for (const folder of folders) {
    try {
      await makeMissing(folder);
      await tryToWrite(folder);
    } catch (error) {
      throw new StartError(describe(error, folder));
    }
  }
}

async function tryToWrite(folder: string): Promise<void> {
  const path = join(folder, `.write-test-${randomUUID()}`);
  await writeFile(path, 'writable');
  await rm(path);
}

function describe(error: unknown, folder: string): string {
  const advice = 'set DATA_DIR to a folder that Almagest can write';
  switch (codeOf(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return `DATA_DIR cannot be used: ${folder}, or a part of its path, is a file and not a folder; ${advice}.`;
    case 'EACCES':
    case 'EPERM':
      return `DATA_DIR cannot be used: this user may not write in ${folder}; give it the right to, or ${advice}.`;
    case 'EROFS':
      return `DATA_DIR cannot be used: ${folder} is on a file system that is read-only; ${advice}.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `DATA_DIR cannot be used: the disk of ${folder} is full; free space on it, or ${advice}.`;
    case 'ENOENT':
      return `DATA_DIR cannot be used: ${folder} is on a file system that does not accept files; ${advice}.`;
    default:
      return `DATA_DIR cannot be used: ${folder} cannot be written (${messageOf(error)}); ${advice}.`;
  }
}
