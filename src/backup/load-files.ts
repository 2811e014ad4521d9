import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ClientBase } from 'pg';
import type { BlobStorage } from '../storage/blob-storage';
import { BackupError } from './backup-error';
import { Hashing } from './hashing';
import { FILE_LIST, type Manifest, type SavedFile } from './manifest';

/**
 * Stores the files of a backup, and notes in the database which were removed in time while it was made. Throws a
 * `BackupError` for a file that is missing or is not the one that was saved.
 */
export async function loadFiles(
  client: ClientBase,
  storage: BlobStorage,
  folder: string,
  { files }: Manifest,
): Promise<void> {
  await checkList(folder, files.sha256);
  for await (const line of createInterface({ input: createReadStream(join(folder, FILE_LIST)) })) {
    const file = JSON.parse(line) as SavedFile;
    if ('sha256' in file) await loadFile(storage, folder, file);
    else if (file.missing === 'expired') await noteRemoved(client, file.key);
  }
}

async function checkList(folder: string, sha256: string): Promise<void> {
  const hashing = new Hashing();
  await createReadStream(join(folder, FILE_LIST)).pipe(hashing).resume().toArray();
  if (hashing.digest() !== sha256)
    throw new BackupError(
      `${join(folder, FILE_LIST)} is damaged: it is not what was saved. Nothing was changed.`,
    );
}

async function loadFile(
  storage: BlobStorage,
  folder: string,
  { key, sha256 }: Extract<SavedFile, { sha256: string }>,
): Promise<void> {
  const path = join(folder, 'files', key);
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new BackupError(`${path} is missing. Nothing was changed.`);
  });
  const stored = await storage.put(key, handle.createReadStream());
  if (stored.sha256 !== sha256)
    throw new BackupError(`${path} is damaged: it is not what was saved. Nothing was changed.`);
}

async function noteRemoved(client: ClientBase, key: string): Promise<void> {
  for (const table of ['import_jobs', 'export_jobs'])
    await client.query(`UPDATE ${table} SET blob_removed_at = now() WHERE blob_key = $1`, [key]);
}
