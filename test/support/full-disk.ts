import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A folder in which a file of more than a mebibyte meets ENOSPC. */
export interface FullDisk {
  folder: string;
  remove: () => Promise<void>;
}

/**
 * A filesystem of one mebibyte where we may mount one; else every new file of the process is the
 * kernel's /dev/full.
 */
export async function makeFullDisk(): Promise<FullDisk> {
  const folder = await fs.mkdtemp(join(tmpdir(), 'almagest-full-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  } catch {
    return pretendFull(folder);
  }
  return {
    folder,
    remove: async () => {
      await run('umount', [folder]);
      await fs.rmdir(folder);
    },
  };
}

function pretendFull(folder: string): FullDisk {
  const open = fs.open.bind(fs);
  const spy = jest
    .spyOn(fs, 'open')
    .mockImplementation((path, flags, mode) =>
      open(flags === 'wx' ? '/dev/full' : path, flags === 'wx' ? 'w' : flags, mode),
    );
  return {
    folder,
    remove: async () => {
      spy.mockRestore();
      await fs.rm(folder, { recursive: true });
    },
  };
}
