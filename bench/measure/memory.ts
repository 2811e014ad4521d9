import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const KIB = 1_024;
const SAMPLE_MS = 20;
/** Written to `clear_refs`, it makes the kernel forget the peak and begin anew. */
const FORGET_PEAK = '5';

/** This process and all below it. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = readStatus(Number(name), 'PPid');
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  return below(root);
}

/** Bytes that the processes have in memory now, added up. */
export const residentBytes = (pids: readonly number[]): number => sumOf(pids, 'VmRSS');

/** The most bytes each of them had since `forgetPeaks`, added up: never less than what they had together. */
export const peakBytes = (pids: readonly number[]): number => sumOf(pids, 'VmHWM');

/** Begins anew with the peaks of these processes. */
export function forgetPeaks(pids: readonly number[]): void {
  for (const pid of pids) writeFileSync(`/proc/${pid}/clear_refs`, FORGET_PEAK);
}

/** Watches the peak of a process that will be gone at the end; call the answer when it is. */
export function watchPeak(pid: number): () => number {
  let peak = 0;
  const look = (): void => void (peak = Math.max(peak, peakBytes([pid])));
  const timer = setInterval(look, SAMPLE_MS);
  look();
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
