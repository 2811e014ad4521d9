import { lchown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunAs } from './run-as';

/**
 * Servers run only on their own files. Root gives the folder and all in it to the user that runs them now: a package
 * may have brought a user postgres since, or a backup was put back by root. Anybody else is told in a sentence.
 */
export async function claimFolder(folder: string, { name, identity }: RunAs): Promise<void> {
  const { uid } = await stat(folder);
  if (uid === (identity.uid ?? process.getuid?.())) return;
  if (identity.uid === undefined) {
    throw new Error(
      `${folder} belongs to another user than ${name}; start Almagest as that user, or set DATABASE_URL.`,
    );
  }
  for (const entry of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, entry), identity.uid, identity.gid);
  }
  await lchown(folder, identity.uid, identity.gid); // last: a claim that was cut short is made again
}
