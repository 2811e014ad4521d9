import { readFileSync } from 'node:fs';
import { readdir, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { pause } from './pause';

/** Identifies a process even after its id is used again. */
export interface ProcessIdentity {
  pid: number;
  /** Start time in ticks after boot; empty on a machine without /proc. */
  began: string;
}

/** Positions in /proc/<pid>/stat after the program name, which may itself contain blanks and brackets. */
const STATE = 0;
const BEGAN = 19;

/** Null when there is no such process, or only a zombie. */
export function identifyProcess(pid: number): ProcessIdentity | null {
  if (process.platform !== 'linux') return isThere(pid) ? { pid, began: '' } : null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[STATE] === 'Z' ? null : { pid, began: fields[BEGAN] ?? '' };
  } catch {
    return null; // it has ended
  }
}

/** Whether exactly this process still runs. */
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

/** Fast shutdown, immediate shutdown, kill. */
const SIGNALS = [
  { signal: 'SIGINT', graceMs: 20_000 },
  { signal: 'SIGQUIT', graceMs: 5_000 },
  { signal: 'SIGKILL', graceMs: 5_000 },
] as const;
const POLL_MS = 20;
/** Linux appends "(deleted)" when the program file was replaced since, for example by an update. */
const PROGRAM = /^(postgres|redis-server|redis-check-rdb|valkey-server|valkey-check-rdb)( \(deleted\))?$/;

/**
 * Ends servers that still run in the folder although their supervisor is gone. They are found by their working directory,
 * which is their data folder: a process id in a file may belong to another program by now. Without /proc nothing is
 * found, and the new server refuses the folder itself. Throws a sentence when a server does not end.
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

/** Also false for a process that has just ended or belongs to another user. */
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
