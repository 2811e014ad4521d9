import { resolve } from 'node:path';
import type { PoolClient } from 'pg';
import type { Settings } from '../config/settings';
import { createDataSource } from '../database/data-source';
import { MIGRATION_LOCK, runMigrations } from '../database/run-migrations';
import { sqlOf } from '../database/sql-of-client';
import { noteIdentity } from '../database/storage-identity';
import { LocalBlobStorage } from '../storage/local/local-blob-storage';
import { BackupError, type Manifest, readManifest } from './manifest';
import { loadFiles } from './stored-files';
import { loadTables } from './table-contents';
import { NewFilesFolder } from './new-files-folder';
import { makeSchema, sourceOf } from './saved-schema';
import { withServerDatabase } from './server-database';
import { isEmpty } from './tables';

/**
 * Restores a backup into an empty database and a folder without files, in one transaction; then brings the schema up to this
 * version. Throws a `BackupError`; the database and the folder are empty again after a failure.
 */
export async function restoreServer(settings: Settings, folder: string): Promise<Manifest> {
  const source = resolve(folder);
  const manifest = await readManifest(source);
  await sourceOf(manifest, settings); // refuses a newer one before anything is made
  const files = await NewFilesFolder.claim(resolve(settings.dataDir, 'files'));
  let committed = false;
  try {
    await withServerDatabase(settings, true, async (databaseUrl) => {
      await load({ ...settings, databaseUrl }, source, manifest, files);
      committed = true;
      await migrate({ ...settings, databaseUrl });
    });
    return manifest;
  } catch (error) {
    if (!committed) await files.discard();
    throw error;
  }
}

async function load(
  settings: Settings,
  folder: string,
  manifest: Manifest,
  files: NewFilesFolder,
): Promise<void> {
  const source = await (await sourceOf(manifest, settings)).initialize();
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    client.on('error', () => undefined); // it shows in the statement that is under way
    await client.query('SET statement_timeout = 0; SET timezone = UTC; SET datestyle = ISO');
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    if (!(await isEmpty(client)))
      throw new BackupError('The database is not empty: a server is restored into a new one.');
    await runner.startTransaction();
    await makeSchema(source, runner);
    await loadTables(client, folder, manifest);
    const storage = new LocalBlobStorage(files.path);
    await loadFiles(client, storage, folder, manifest);
    // These files are others than those of the server that was saved, so they are known by another identity.
    await noteIdentity(sqlOf(client), await storage.identity(), 'replace');
    await files.keep();
    await runner.commitTransaction();
  } finally {
    await runner.release(); // a transaction that is open ends with its connection
    await source.destroy();
  }
}

/** Statistics too: a table that was never analysed has the worst plans. */
async function migrate(settings: Settings): Promise<void> {
  const source = await createDataSource(settings, []).initialize();
  try {
    await runMigrations(source);
    await source.query('ANALYZE');
  } finally {
    await source.destroy();
  }
}
