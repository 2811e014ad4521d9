import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { BlobNotFoundError, type BlobStorage } from '../storage/blob-storage';
import { Hashing, writeSynced } from './hashing';
import { BackupError, FILE_LIST, type Manifest, type SavedFile } from './manifest';

const PAGE_SIZE = 1_000;

/**
 * Copies the file of every job of the snapshot. A file is stored before its job, so a missing one was removed by retention
 * since, or is lost. `current` sees the database as it is now, `snapshot` as it is saved.
 */
export async function saveFiles(
  snapshot: ClientBase,
  current: ClientBase,
  storage: BlobStorage,
  folder: string,
  retentionDays: number,
): Promise<Manifest['files']> {
  const list = new Hashing();
  const files = { count: 0, bytes: 0, missing: 0 };
  const lines = async function* (): AsyncGenerator<Buffer> {
    for await (const key of keysOf(snapshot)) {
      const saved = (await copyFile(storage, folder, key)) ?? (await explain(current, key, retentionDays));
      if ('missing' in saved) files.missing += saved.missing === 'lost' ? 1 : 0;
      else {
        files.count += 1;
        files.bytes += saved.size;
      }
      yield Buffer.from(`${JSON.stringify(saved)}\n`);
    }
  };
  await pipeline(lines, list, (bytes: AsyncIterable<Uint8Array>) =>
    writeSynced(join(folder, FILE_LIST), bytes),
  );
  return { ...files, sha256: list.digest() };
}

async function* keysOf(client: ClientBase): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const { rows } = await client.query<{ key: string }>(
      `SELECT blob_key AS key FROM (
         SELECT blob_key FROM import_jobs WHERE blob_removed_at IS NULL
         UNION SELECT blob_key FROM export_jobs WHERE blob_removed_at IS NULL) named
       WHERE blob_key > $1 ORDER BY blob_key LIMIT ${PAGE_SIZE}`,
      [after],
    );
    for (const { key } of rows) yield key;
    if (rows.length < PAGE_SIZE) return;
    after = rows.at(-1)?.key ?? '';
  }
}

async function copyFile(storage: BlobStorage, folder: string, key: string): Promise<SavedFile | null> {
  const path = join(folder, 'files', key);
  try {
    const source = await storage.open(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const hashing = new Hashing();
    await pipeline(source, hashing, (bytes: AsyncIterable<Uint8Array>) => writeSynced(path, bytes));
    return { key, size: hashing.size, sha256: hashing.digest() };
  } catch (error) {
    if (error instanceof BlobNotFoundError) return null;
    throw error;
  }
}

/** Retention removes a file before it records that, so the age of the job counts too. */
async function explain(current: ClientBase, key: string, retentionDays: number): Promise<SavedFile> {
  const { rows } = await current.query<{ lost: boolean }>(
    `SELECT EXISTS (
       SELECT FROM (SELECT blob_key, blob_removed_at, finished_at FROM import_jobs
                    UNION ALL SELECT blob_key, blob_removed_at, finished_at FROM export_jobs) job
       WHERE blob_key = $1 AND blob_removed_at IS NULL
         AND (finished_at IS NULL OR finished_at >= now() - make_interval(days => $2::int))) AS lost`,
    [key, retentionDays],
  );
  return { key, missing: rows[0]?.lost === true ? 'lost' : 'expired' };
}

/**
 * Stores the files of a backup, and marks in the database those that retention removed while it was written. Throws a
 * `BackupError` for a file that is missing or differs from the saved one.
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
    else if (file.missing === 'expired') await markRemoved(client, file.key);
  }
}

async function checkList(folder: string, sha256: string): Promise<void> {
  const hashing = new Hashing();
  await createReadStream(join(folder, FILE_LIST)).pipe(hashing).resume().toArray();
  if (hashing.digest() !== sha256)
    throw new BackupError(
      `${join(folder, FILE_LIST)} is damaged: it differs from what was saved. Nothing was changed.`,
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
    throw new BackupError(`${path} is damaged: it differs from what was saved. Nothing was changed.`);
}

async function markRemoved(client: ClientBase, key: string): Promise<void> {
  for (const table of ['import_jobs', 'export_jobs'])
    await client.query(`UPDATE ${table} SET blob_removed_at = now() WHERE blob_key = $1`, [key]);
}
