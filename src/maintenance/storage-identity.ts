import type { Settings } from '../config/settings';
import type { Sql } from '../database/sql';
import { loadStorageIdentity, saveStorageIdentity } from '../database/storage-identity';
import { openStorage } from '../storage/open-storage';

/** The storage that the database belongs to, and the present one. */
export interface StorageIdentity {
  /** `DATA_DIR/files`, or the bucket. */
  place: string;
  /** The UUID that the database has recorded; null before the first start. */
  recorded: string | null;
  /** The UUID in its `.id`; null when there is none yet. */
  found: string | null;
  /** Number of files of imports and exports, and how many of them are missing there. */
  files: number;
  missing: number;
}

/** Compares the database with its storage without changing anything. */
export async function readStorageIdentity(sql: Sql, settings: Settings): Promise<StorageIdentity> {
  const recorded = await loadStorageIdentity(sql);
  const named = await sql.query<{ blob_key: string }>(
    `SELECT blob_key FROM import_jobs WHERE blob_removed_at IS NULL
     UNION SELECT blob_key FROM export_jobs WHERE blob_removed_at IS NULL AND blob_key IS NOT NULL`,
  );
  const storage = openStorage(settings);
  let missing = 0;
  for (const { blob_key: key } of named) if ((await storage.stat(key)) === null) missing++;
  const found = await storage.knownIdentity();
  return { place: storage.place, recorded, found, files: named.length, missing };
}

/** Assigns the storage to the database; returns its UUID, a new one when it had none. */
export async function adoptStorage(sql: Sql, settings: Settings): Promise<string> {
  const identity = await openStorage(settings).identity();
  await saveStorageIdentity(sql, identity, 'replace');
  return identity;
}
