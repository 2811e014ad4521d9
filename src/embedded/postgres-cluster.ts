import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { claimFolder, giveTo, makePrivateFolder } from './server-folders';
import type { PostgresBinaries } from './postgres-binaries';
import type { RunAs } from './server-user';

/** A data folder of PostgreSQL and the login of its superuser. */
export interface PostgresCluster {
  folder: string;
  user: string;
  password: string;
}

const CLUSTER = 'postgres';
export const USER = 'almagest';
/** Inside the data folder, so that the two are created and moved together. */
const PASSWORD = 'almagest.password';
const PASSWORD_BYTES = 24;
const VERSION = 'PG_VERSION';

/** Programs of PostgreSQL get no other environment: PGDATA, LANG or PGPORT of the shell must not reach them. */
export const POSTGRES_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' };

/**
 * Opens the cluster in `<home>/postgres`, or creates it: under another name first, so that a partial one is never used.
 * Throws a sentence when it belongs to another user or to another major release.
 */
export async function openCluster(
  binaries: PostgresBinaries,
  home: string,
  runAs: RunAs,
  temporary: boolean,
): Promise<PostgresCluster> {
  const folder = join(home, CLUSTER);
  const version = await readText(join(folder, VERSION));
  if (version === null) await createCluster(binaries, folder, runAs, temporary);
  else {
    refuseOtherRelease(version, binaries.version, folder);
    await claimFolder(folder, runAs);
  }
  return { folder, user: USER, password: await readPassword(folder) };
}

/** The password of the login in the cluster of `folder`. */
export const readPassword = (folder: string): Promise<string> => readFile(join(folder, PASSWORD), 'utf8');

async function createCluster(
  { initdb }: PostgresBinaries,
  folder: string,
  runAs: RunAs,
  temporary: boolean,
): Promise<void> {
  const draft = `${folder}.new`;
  const password = `${folder}.password`;
  await rm(draft, { recursive: true, force: true }); // of a start that was killed
  await makePrivateFolder(draft, runAs);
  await writeFile(password, randomBytes(PASSWORD_BYTES).toString('hex'), { mode: 0o600 });
  await giveTo(password, runAs);
  await runInitdb(initdb, runAs, [
    `--pgdata=${draft}`,
    `--username=${USER}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(temporary ? ['--no-sync'] : []),
  ]);
  await rename(password, join(draft, PASSWORD));
  await rename(draft, folder);
}

async function runInitdb(initdb: string, runAs: RunAs, args: string[]): Promise<void> {
  const options = { cwd: '/', env: POSTGRES_ENVIRONMENT, ...runAs.identity };
  await promisify(execFile)(initdb, args, options).catch((error: Error & { stderr?: string }) => {
    const reason = (error.stderr ?? '').trim().replaceAll(/\s+/g, ' ') || error.message;
    throw new Error(`The private PostgreSQL could not be set up (${reason}); fix that, or set DATABASE_URL.`);
  });
}

function refuseOtherRelease(ofData: string, ofPrograms: string, folder: string): void {
  const major = ofPrograms.split('.')[0];
  if (ofData.trim() === major) return;
  throw new Error(
    `The data in ${folder} are of PostgreSQL ${ofData.trim()}, and this Almagest brings ${major}: ` +
      'move them with pg_dump of the old release, or set DATABASE_URL.',
  );
}

async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}
