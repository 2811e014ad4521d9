import { readFileSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same id. */
export interface ProcessIdentity {
  pid: number;
  /** Ticks after boot at which it began; empty on a machine without /proc. */
  began: string;
}

/** Places in /proc/<pid>/stat after the name of the program, which may itself hold blanks and brackets. */
const STATE = 0;
const BEGAN = 19;

/** Null: no such process, or only its entry for a parent that has not asked for it yet. */
export function identifyProcess(pid: number): ProcessIdentity | null {
  if (process.platform !== 'linux') return isThere(pid) ? { pid, began: '' } : null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[STATE] === 'Z' ? null : { pid, began: fields[BEGAN] ?? '' };
  } catch {
    return null; // it ended: /proc has no folder of it
  }
}

/** Whether exactly this process still lives. */
export function isAlive({ pid, began }: ProcessIdentity): boolean {
  return identifyProcess(pid)?.began === began;
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
