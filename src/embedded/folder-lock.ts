import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pause } from './pause';
import { identifyProcess, isAlive, type ProcessIdentity } from './processes';

const LOCK = 'lock';
/** How long a supervisor whose app died may take to stop its servers. */
const HANDOVER_MS = 60_000;
const POLL_MS = 50;

/** Who owns the servers in a folder. */
interface LockOwner {
  supervisor: ProcessIdentity;
  /** Null when it was dead already when the file was written. */
  app: ProcessIdentity | null;
  /** True for a command that ends by itself within seconds: the next start waits for it. */
  isBrief: boolean;
}

/** The lock as it is on disk. Its keys stay as released versions write and read them. */
interface LockFile {
  /** The supervisor. */
  guard: ProcessIdentity | null;
  /** The app. */
  owner: ProcessIdentity | null;
  isBrief?: boolean;
}

/**
 * Locks the folder for this supervisor and returns the function that unlocks it. Waits for a supervisor whose app is
 * already dead, since it is about to stop, and for a command that `isBrief`. Throws a sentence when a running app owns
 * the folder.
 */
export async function lockFolder(
  folder: string,
  appPid: number,
  isBrief: boolean,
): Promise<() => Promise<void>> {
  const path = join(folder, LOCK);
  const file: LockFile = { guard: identifyProcess(process.pid), owner: identifyProcess(appPid), isBrief };
  const until = Date.now() + HANDOVER_MS;
  while (!(await take(path, JSON.stringify(file)))) {
    const text = await readFile(path, 'utf8').catch(ifMissing(''));
    if (text === '') continue; // unlocked since
    const owner = parseLock(text);
    if (owner === null || !isAlive(owner.supervisor)) await discard(path, text);
    else if ((isRunning(owner.app) && !owner.isBrief) || Date.now() > until) throw inUse(folder, owner);
    else await pause(POLL_MS);
  }
  return () => rm(path, { force: true });
}

/** Whether a running app, and not a brief command, owns the servers in the folder. */
export async function isInUse(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, LOCK), 'utf8').catch(ifMissing(''));
  const owner = text === '' ? null : parseLock(text);
  return owner !== null && !owner.isBrief && isAlive(owner.supervisor) && isRunning(owner.app);
}

/** Null when the file names no supervisor. */
function parseLock(text: string): LockOwner | null {
  const { guard, owner, isBrief = false } = JSON.parse(text) as LockFile;
  return guard === null ? null : { supervisor: guard, app: owner, isBrief };
}

const isRunning = (app: ProcessIdentity | null): boolean => app !== null && isAlive(app);

/** Links a complete file to the final name: exactly one process succeeds, and nobody reads half a file. */
async function take(path: string, content: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, content, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes the lock of a dead supervisor, but not one that another start has put there since it was read. */
async function discard(path: string, dead: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  const moved = await rename(path, aside).then(() => true, ifMissing(false));
  if (!moved) return;
  if ((await readFile(aside, 'utf8')) !== dead) await link(aside, path);
  await rm(aside, { force: true });
}

function inUse(folder: string, { app }: LockOwner): Error {
  return new Error(
    `Another Almagest (process ${app?.pid ?? 'unknown'}) runs the servers in ${folder}; stop it, ` +
      'give this one another DATA_DIR, or set DATABASE_URL and REDIS_URL.',
  );
}

function ifMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
}
