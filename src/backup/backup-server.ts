import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Client } from 'pg';
import type { Settings } from '../config/settings';
import { createClient } from '../database/connect-database';
import { sqlOf } from '../database/sql';
import { loadStorageIdentity } from '../database/storage-identity';
import { syncFolder } from '../storage/local/folders';
import type { BlobStorage } from '../storage/blob-storage';
import { openStorage } from '../storage/open-storage';
import { withServerUrl } from '../maintenance/server-url';
import { BackupError, backupOptions, FORMAT, type Manifest, writeManifest } from './manifest';
import { saveFiles } from './stored-files';
import { saveTables } from './table-contents';
import { listMigrations, listSequences } from './tables';

/**
 * Writes a backup of the whole server into `folder`, which is new or empty: one snapshot of the database and the files of its
 * jobs. The server may be running. Throws a `BackupError`; a failed backup leaves no files.
 */
export async function backupServer(settings: Settings, folder: string, version: string): Promise<Manifest> {
  const target = resolve(folder);
  const created = await mkdir(target, { recursive: true, mode: 0o700 });
  if ((await readdir(target)).length > 0)
    throw new BackupError(`${target} is not empty: a backup needs a new folder.`);
  try {
    return await withServerUrl(settings, backupOptions(false), (url) => save(url, settings, target, version));
  } catch (error) {
    for (const entry of await readdir(target)) await rm(join(target, entry), { recursive: true });
    if (created !== undefined) await rm(created, { recursive: true });
    throw error;
  }
}

async function save(url: string, settings: Settings, target: string, version: string): Promise<Manifest> {
  const [snapshot, current] = [connect(url), connect(url)];
  try {
    await Promise.all([snapshot.connect(), current.connect()]);
    // Without row_security = off, a login that is not the owner would save only the visible rows, without an error.
    await snapshot.query(
      'SET row_security = off; SET timezone = UTC; SET datestyle = ISO; SET statement_timeout = 0',
    );
    await snapshot.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await snapshot.query<{ at: string; version: string; there: boolean }>(
      `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
              current_setting('server_version') AS version, to_regclass('migrations') IS NOT NULL AS there`,
    );
    const [opened] = rows;
    if (!opened?.there) throw new BackupError('The database holds no Almagest: there is nothing to back up.');
    const migrations = await listMigrations(snapshot);
    await mkdir(join(target, 'tables'), { mode: 0o700 });
    const tables = await saveTables(snapshot, target);
    const storage = openStorage(settings);
    await requireOwnFiles(snapshot, storage);
    const files = await saveFiles(snapshot, current, storage, target, settings.fileRetentionDays);
    const sequences = await listSequences(snapshot);
    const manifest: Manifest = {
      format: FORMAT,
      almagest: version,
      postgres: opened.version,
      snapshot_at: opened.at,
      migrations,
      tables,
      sequences,
      files,
    };
    await writeManifest(target, manifest);
    await syncFolder(target);
    return manifest;
  } finally {
    await Promise.allSettled([snapshot.end(), current.end()]);
  }
}

function connect(url: string): Client {
  const client = createClient(url);
  client.on('error', () => undefined); // the running statement fails with it
  return client;
}

/** With the files of another server, every file would count as lost. */
async function requireOwnFiles(client: Client, storage: BlobStorage): Promise<void> {
  const noted = await loadStorageIdentity(sqlOf(client));
  if (noted === null) return; // the server was never started
  if ((await storage.knownIdentity()) !== noted)
    throw new BackupError(
      `${storage.place} does not hold the files that belong to this database: set DATA_DIR or STORAGE_URL as the server has it.`,
    );
}
