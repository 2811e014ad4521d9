import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmod,
  chown,
  lchown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { RunAs } from './server-user';

/** Where root keeps the servers of another user who cannot reach DATA_DIR or the packages. */
export const SHARED_ROOT = '/var/lib/almagest';
/** Folder of the servers inside the data folder. */
export const SERVERS_FOLDER = 'embedded';

const WORLD_READABLE = 0o755;
const ID = 'id';

/**
 * The folder that holds the servers' data: `<DATA_DIR>/embedded`, or `/var/lib/almagest/<id>` when the user that runs
 * them cannot reach that, for example below /root. The id is stored in DATA_DIR: a new DATA_DIR of an old name
 * starts empty, and one that was moved keeps its data.
 */
export async function findHome(dataDir: string, runAs: RunAs): Promise<string> {
  const own = join(dataDir, SERVERS_FOLDER);
  await mkdir(own, { recursive: true });
  if (runAs.identity.uid === undefined) return realpath(own);
  await chmod(own, WORLD_READABLE); // the folders and files inside restrict access themselves
  if (await canReach(own, runAs)) return realpath(own);
  const shared = join(SHARED_ROOT, await readId(own));
  for (const folder of [SHARED_ROOT, shared]) {
    await mkdir(folder, { recursive: true });
    await chmod(folder, WORLD_READABLE);
  }
  return shared;
}

/** The folders in which `findHome` may have put the servers of `dataDir`; creates none. */
export async function findHomes(dataDir: string): Promise<string[]> {
  const own = join(dataDir, SERVERS_FOLDER);
  const id = await readFile(join(own, ID), 'utf8').catch(() => ''); // only written where it is needed
  return id === '' ? [own] : [own, join(SHARED_ROOT, id.trim())];
}

/** Creates the folder if it is missing and gives it to the user that runs the servers; nobody else can read it. */
export async function makePrivateFolder(path: string, runAs: RunAs): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await giveTo(path, runAs);
}

/** Gives the file or folder to the user that runs the servers. */
export async function giveTo(path: string, { identity }: RunAs): Promise<void> {
  if (identity.uid !== undefined) await chown(path, identity.uid, identity.gid);
}

/** Tries to write: file modes do not show it on every filesystem. */
async function canReach(folder: string, runAs: RunAs): Promise<boolean> {
  const probe = await mkdtemp(join(folder, 'probe-'));
  try {
    await giveTo(probe, runAs);
    const tried = spawnSync('/bin/sh', ['-c', ': > "$1/file"', 'sh', probe], {
      cwd: '/',
      stdio: 'ignore',
      ...runAs.identity,
    });
    return tried.status === 0;
  } catch {
    return false; // a filesystem on which even root cannot change owners
  } finally {
    await rm(probe, { recursive: true });
  }
}

async function readId(folder: string): Promise<string> {
  const path = join(folder, ID);
  await writeFile(path, `${randomUUID()}\n`, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return (await readFile(path, 'utf8')).trim();
}

/**
 * Servers run only on files of their own user. Root gives the folder and its content to the user that runs the servers
 * now: a package may have added the user postgres, or root restored a backup. Throws a sentence for any other user.
 */
export async function claimFolder(folder: string, { name, identity }: RunAs): Promise<void> {
  const { uid } = await stat(folder);
  if (uid === (identity.uid ?? process.getuid?.())) return;
  if (identity.uid === undefined) {
    throw new Error(
      `${folder} belongs to another user than ${name}; start Almagest as that user, or set DATABASE_URL.`,
    );
  }
  for (const entry of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, entry), identity.uid, identity.gid);
  }
  await lchown(folder, identity.uid, identity.gid); // last, so that an interrupted call is repeated
}
