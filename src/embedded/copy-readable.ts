import { chmod, cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const PROGRAM = 0o755;
const FILE = 0o644;

/** Copies a folder with its links so that every user can read it, and run what is in its `bin`. */
export async function copyReadable(source: string, target: string): Promise<void> {
  await cp(source, target, { recursive: true, verbatimSymlinks: true });
  await chmod(target, PROGRAM);
  for (const entry of await readdir(target, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || entry.parentPath === join(target, 'bin');
    await chmod(join(entry.parentPath, entry.name), runs ? PROGRAM : FILE);
  }
}
