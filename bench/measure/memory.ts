import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const KIB = 1_024;
const SAMPLE_MS = 20;
/** Written to `clear_refs`, resets the peak. */
const RESET_PEAK = '5';

/** The process and all its descendants. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = readStatus(Number(name), 'PPid');
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(root);
}

/** Resident bytes of the processes, added up. */
export const residentBytes = (pids: readonly number[]): number => sumOf(pids, 'VmRSS');

/** Peak bytes of each process since `resetPeaks`, added up: an upper bound of their common peak. */
export const peakBytes = (pids: readonly number[]): number => sumOf(pids, 'VmHWM');

/** Resets the peaks of the processes. */
export function resetPeaks(pids: readonly number[]): void {
  for (const pid of pids) writeFileSync(`/proc/${pid}/clear_refs`, RESET_PEAK);
}

/** Samples the peak of a process until the returned function is called, which returns the peak. */
export function watchPeak(pid: number): () => number {
  let peak = 0;
  const sample = (): void => void (peak = Math.max(peak, peakBytes([pid])));
  const timer = setInterval(sample, SAMPLE_MS);
  sample();
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function sumOf(pids: readonly number[], field: string): number {
  return pids.reduce((sum, pid) => sum + (readStatus(pid, field) ?? 0) * KIB, 0);
}

/** A number of /proc/<pid>/status; null when the process is gone. */
function readStatus(pid: number, field: string): number | null {
  try {
    const found = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Number(found[1]) : null;
  } catch {
    return null;
  }
}
