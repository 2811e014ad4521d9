import { join, resolve } from 'node:path';
import type { Settings } from '../config/settings';
import type { Sql } from '../database/sql';
import { loadStorageIdentity, saveStorageIdentity } from '../database/storage-identity';
import { readIdentity } from '../storage/local/identity';
import { LocalBlobStorage } from '../storage/local/local-blob-storage';

/** The file folder that the database belongs to, and the present one. */
export interface StorageIdentity {
  /** `DATA_DIR/files`. */
  folder: string;
  /** The UUID that the database has recorded; null before the first start. */
  recorded: string | null;
  /** The UUID in `.id` of the folder; null when there is none yet. */
  found: string | null;
  /** Number of files of imports and exports, and how many of them are missing in the folder. */
  files: number;
  missing: number;
}

/** Compares the database with the folder without changing anything. */
export async function readStorageIdentity(sql: Sql, { dataDir }: Settings): Promise<StorageIdentity> {
  const folder = resolve(dataDir, 'files');
  const recorded = await loadStorageIdentity(sql);
  const named = await sql.query<{ blob_key: string }>(
    `SELECT blob_key FROM import_jobs WHERE blob_removed_at IS NULL
     UNION SELECT blob_key FROM export_jobs WHERE blob_removed_at IS NULL AND blob_key IS NOT NULL`,
  );
  const storage = new LocalBlobStorage(folder);
  let missing = 0;
  for (const { blob_key: key } of named) if ((await storage.stat(key)) === null) missing++;
  const found = await readIdentity(join(folder, '.id'));
  return { folder, recorded, found, files: named.length, missing };
}

/** Assigns the folder to the database; returns its UUID, a new one when it had none. */
export async function adoptStorage(sql: Sql, { dataDir }: Settings): Promise<string> {
  const identity = await new LocalBlobStorage(resolve(dataDir, 'files')).identity();
  await saveStorageIdentity(sql, identity, 'replace');
  return identity;
}
