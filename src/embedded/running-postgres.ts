import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LOOPBACK } from './free-port';
import { HOME, SHARED_ROOT } from './home-folder';

const DATABASE = 'almagest';
const USER = 'almagest';
/** Which line of postmaster.pid holds the port. */
const PORT_LINE = 3;

/** The private PostgreSQL of a data folder: its cluster, and its URL while it runs. */
export interface PrivatePostgres {
  folder: string;
  /** Null: it does not run; `startEmbedded` runs it. */
  url: string | null;
}

/** Finds the private PostgreSQL of `dataDir` without making or starting anything; null when it has none. */
export async function findPrivatePostgres(dataDir: string): Promise<PrivatePostgres | null> {
  const own = join(dataDir, HOME);
  const id = (await readText(join(own, 'id')))?.trim();
  const homes = id === undefined ? [own] : [join(SHARED_ROOT, id), own];
  for (const home of homes) {
    const folder = join(home, 'postgres');
    if (await isThere(join(folder, 'PG_VERSION'))) return { folder, url: await urlOf(folder) };
  }
  return null;
}

async function urlOf(folder: string): Promise<string | null> {
  const lines = (await readText(join(folder, 'postmaster.pid')))?.split('\n');
  const pid = Number(lines?.[0]);
  const port = lines?.[PORT_LINE];
  const password = await readText(join(folder, 'almagest.password'));
  if (port === undefined || password === null || !isRunning(pid)) return null;
  return `postgres://${USER}:${password.trim()}@${LOOPBACK}:${port}/${DATABASE}`;
}

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false;
      throw error;
    },
  );

async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
}
