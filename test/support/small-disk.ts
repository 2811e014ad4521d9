import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PAGE = 4_096;

/** A filesystem of its own, so small that a test can fill it. */
export interface SmallDisk {
  folder: string;
  /** Uses up all bytes but `left`, in whole pages of 4 KiB. */
  fill: (left: number) => Promise<void>;
  /** Uses up all entries for files and folders but `left`. */
  fillNames: (left: number) => Promise<void>;
  /** Gives back what was used up. */
  empty: () => Promise<void>;
  remove: () => Promise<void>;
}

/**
 * A tmpfs of `bytes` bytes and 64 names. Null, and one line on standard error, where we may mount
 * nothing.
 */
export async function makeSmallDisk(bytes: number): Promise<SmallDisk | null> {
  const folder = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'almagest-small-')));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${bytes},nr_inodes=64,mode=755`, 'tmpfs', folder]);
  } catch (error) {
    await fs.rmdir(folder);
    process.stderr.write(`No tmpfs can be mounted here (${String(error).split('\n')[0]}).\n`);
    return null;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: async (left) => {
      const { bavail, bsize } = await fs.statfs(folder);
      const size = bavail * bsize - left;
      if (size > 0) await fs.writeFile(filler, Buffer.alloc(Math.floor(size / PAGE) * PAGE));
    },
    fillNames: async (left) => {
      const { ffree } = await fs.statfs(folder);
      await fs.mkdir(`${filler}s`);
      for (let used = 1; used < ffree - left; used++)
        await fs.writeFile(join(`${filler}s`, String(used)), '');
    },
    empty: async () => {
      await fs.rm(filler, { force: true });
      await fs.rm(`${filler}s`, { recursive: true, force: true });
    },
    remove: async () => {
      await run('umount', ['-l', folder]);
      await fs.rmdir(folder);
    },
  };
}

/** Mounts `source` at `target`; false, and one line on standard error, where we may not. */
export async function bindFolder(source: string, target: string): Promise<boolean> {
  try {
    await run('mount', ['--bind', source, target]);
    return true;
  } catch (error) {
    process.stderr.write(`No folder can be mounted here (${String(error).split('\n')[0]}).\n`);
    return false;
  }
}

export const unbindFolder = (target: string): Promise<unknown> => run('umount', ['-l', target]);
