import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isInUse } from './folder-lock';
import { LOOPBACK } from './running-server';
import { findHomes } from './server-folders';
import { readPassword } from './postgres-cluster';
import { privateUrl } from './postgres-server';

const CLUSTER = 'postgres';
/** Index of the line of postmaster.pid that contains the port. */
const PORT_LINE = 3;

/** The private PostgreSQL of a folder. */
export interface PrivatePostgres {
  /** Its URL while an app runs it; null while no app does, or until it is ready. */
  url: string | null;
  /** Whether a running app owns the folder. */
  isInUse: boolean;
}

/** Finds the private PostgreSQL in `dataDir` without changing anything; null when none was ever created there. */
export async function findPrivatePostgres(dataDir: string): Promise<PrivatePostgres | null> {
  for (const home of await findHomes(dataDir)) {
    const folder = join(home, CLUSTER);
    const exists = await access(join(folder, 'PG_VERSION')).then(
      () => true,
      (error: NodeJS.ErrnoException) => refuseForbidden(error, folder),
    );
    if (!exists) continue;
    if (!(await isInUse(home))) return { url: null, isInUse: false };
    const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => ''); // about to start or to stop
    const port = Number(text.split('\n')[PORT_LINE]);
    if (!(port > 0)) return { url: null, isInUse: true };
    return { url: privateUrl(await readPassword(folder), `${LOOPBACK}:${port}`), isInUse: true };
  }
  return null;
}

function refuseForbidden({ code }: NodeJS.ErrnoException, folder: string): false {
  if (code !== 'EACCES') return false;
  throw new Error(
    `${folder} cannot be read by this user: run this as root, or as the user that runs Almagest.`,
  );
}
