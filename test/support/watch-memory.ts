import { readFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const EVERY_MS = 50;

/** Resident memory of a process in bytes: from /proc, and where there is none from `ps`. */
export async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
  const kilobytes =
    status === null
      ? (await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])).stdout.trim()
      : /^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1];
  return Number(kilobytes) * 1_024;
}

/** Runs `work` and returns its result, with the most memory that the process held meanwhile. */
export async function watchMemory<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ result: T; peak: number }> {
  let peak = await residentBytes(pid);
  let done = false;
  const watching = (async (): Promise<void> => {
    while (!done) {
      peak = Math.max(peak, await residentBytes(pid));
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  try {
    const result = await work();
    return { result, peak: Math.max(peak, await residentBytes(pid)) };
  } finally {
    done = true;
    await watching;
  }
}
