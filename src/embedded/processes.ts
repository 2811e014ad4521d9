import { readFileSync } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { pause } from './pause';

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

/** From polite to final: a fast shutdown, an immediate one, the end. */
const SIGNALS = [
  { signal: 'SIGINT', graceMs: 20_000 },
  { signal: 'SIGQUIT', graceMs: 5_000 },
  { signal: 'SIGKILL', graceMs: 5_000 },
] as const;
const POLL_MS = 20;
/** Linux says "(deleted)" after the name of a program that was replaced since it began, for example by an update. */
const PROGRAM = /^(postgres|redis-server|redis-check-rdb|valkey-server|valkey-check-rdb)( \(deleted\))?$/;

/**
 * Ends servers that still run in the folder although their guard is gone. Every server makes its data folder its
 * working directory, so that is how they are known: a process id in a file may be somebody else's by now.
 * Without /proc nothing is found, and the new server refuses the folder itself. Throws a sentence when one does not end.
 */
export async function endOrphans(folder: string): Promise<void> {
  for (const { signal, graceMs } of SIGNALS) {
    const until = Date.now() + graceMs;
    let found = await findServersIn(folder);
    for (const pid of found) send(pid, signal, folder);
    while (found.length > 0 && Date.now() < until) {
      await pause(POLL_MS);
      found = await findServersIn(folder);
    }
    if (found.length === 0) return;
  }
  throw new Error(
    `A server left over in ${folder} does not end; end its processes and start Almagest again.`,
  );
}

async function findServersIn(folder: string): Promise<number[]> {
  const names = await readdir('/proc').catch(() => []); // not Linux
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const runs = await Promise.all(pids.map((pid) => runsIn(pid, folder)));
  return pids.filter((_, index) => runs[index]);
}

/** False as well for a process that just ended or is another user's: neither can be ours. */
async function runsIn(pid: number, folder: string): Promise<boolean> {
  try {
    const program = basename(await readlink(`/proc/${pid}/exe`));
    return PROGRAM.test(program) && (await readlink(`/proc/${pid}/cwd`)) === folder;
  } catch {
    return false;
  }
}

function send(pid: number, signal: NodeJS.Signals, folder: string): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH')
      throw new Error(`Process ${pid} runs in ${folder} and may not be ended by this user.`);
  }
}
