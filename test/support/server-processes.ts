import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Ids of all processes that work inside this folder. */
export function findProcessesIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => worksIn(pid, folder));
}

/** Process id of the supervisor that locks the folder. */
export function findSupervisor(folder: string): number {
  const lock = JSON.parse(readFileSync(join(folder, 'lock'), 'utf8')) as { guard: { pid: number } };
  return lock.guard.pid;
}

/** Process id that Postgres wrote into its folder. */
export function findPostmaster(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function worksIn(pid: number, folder: string): boolean {
  try {
    return `${readlinkSync(`/proc/${pid}/cwd`)}/`.startsWith(`${folder}/`);
  } catch {
    return false; // it ended meanwhile
  }
}
