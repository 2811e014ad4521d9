import { lstat, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** The package lists its links here, for npm packages hold none. Its paths begin with the folder `native`. */
const LIST = 'pg-symlinks.json';

interface Link {
  source: string;
  target: string;
}

/** Makes the links between shared libraries that an installation without scripts has left out. */
export async function linkLibraries(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, LIST), 'utf8')) as Link[];
  for (const { source, target } of links) {
    const path = join(native, relative('native', target));
    if (await isThere(path)) continue;
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error; // another start made it meanwhile
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
