import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identifyProcess, isAlive, type ProcessIdentity } from './processes';
import { pause } from './pause';

const LOCK = 'lock';
/** How long a guard whose app died may take to stop its servers. */
const HANDOVER_MS = 60_000;
const POLL_MS = 50;

interface Parent {
  guard: ProcessIdentity;
  owner: ProcessIdentity;
  /** True for a command that ends by itself within seconds: who comes next waits for it. */
  isBrief?: boolean;
}

/**
 * Takes the folder for this guard, and answers how to give it back. Waits for a guard whose app is dead already, since it
 * is about to stop, and for a command that `isBrief`. Throws a sentence when a living app has the folder.
 */
export async function lockFolder(
  folder: string,
  ownerPid: number,
  isBrief: boolean,
): Promise<() => Promise<void>> {
  const path = join(folder, LOCK);
  const [guard, owner] = [identifyProcess(process.pid), identifyProcess(ownerPid)];
  const mine = JSON.stringify({ guard, owner, isBrief });
  const until = Date.now() + HANDOVER_MS;
  while (!(await take(path, mine))) {
    const text = await readFile(path, 'utf8').catch(ifMissing(''));
    const holder = text === '' ? null : (JSON.parse(text) as Parent);
    if (holder === null) continue; // given back meanwhile
    if (!isAlive(holder.guard)) await discard(path, text);
    else if ((isAlive(holder.owner) && holder.isBrief !== true) || Date.now() > until)
      throw inUse(folder, holder);
    else await pause(POLL_MS);
  }
  return () => rm(path, { force: true });
}

/** Whether a living app, and not a brief command, runs the servers in the folder. */
export async function isInUse(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, LOCK), 'utf8').catch(ifMissing(''));
  if (text === '') return false;
  const { guard, owner, isBrief } = JSON.parse(text) as Parent;
  return isBrief !== true && isAlive(guard) && isAlive(owner);
}

/** Linking a whole file under the final name lets exactly one win, and none read half of it. */
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

/** Removes the lock of a dead guard, and only that: another start may have replaced it since it was read. */
async function discard(path: string, dead: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  const moved = await rename(path, aside).then(() => true, ifMissing(false));
  if (!moved) return;
  if ((await readFile(aside, 'utf8')) !== dead) await link(aside, path);
  await rm(aside, { force: true });
}

function inUse(folder: string, holder: Parent): Error {
  return new Error(
    `Another Almagest (process ${holder.owner.pid}) runs the servers in ${folder}; stop it, ` +
      'give this one another DATA_DIR, or set DATABASE_URL and REDIS_URL.',
  );
}

function ifMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
}
