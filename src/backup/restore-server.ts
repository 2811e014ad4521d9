import { resolve } from 'node:path';
import type { PoolClient } from 'pg';
import type { Settings } from '../config/settings';
import { MIGRATION_LOCK, runMigrations, withDataSource } from '../database/data-source';
import { sqlOf } from '../database/sql';
import { saveStorageIdentity } from '../database/storage-identity';
import { withServerUrl } from '../maintenance/server-url';
import { BackupError, backupOptions, type Manifest, readManifest } from './manifest';
import { loadFiles } from './stored-files';
import { loadTables } from './table-contents';
import { claimNewFiles, type NewFiles } from './new-files';
import { createSchema, sourceOf } from './saved-schema';
import { isEmpty } from './tables';

/**
 * Restores a backup into an empty database and an empty storage of files, in one transaction; then migrates the schema to this
 * version. Throws a `BackupError`; the database and the storage are empty again after a failure.
 */
export async function restoreServer(settings: Settings, folder: string): Promise<Manifest> {
  const source = resolve(folder);
  const manifest = await readManifest(source);
  await sourceOf(manifest, settings); // refuses a newer backup before anything is created
  const files = await claimNewFiles(settings);
  let committed = false;
  try {
    await withServerUrl(settings, backupOptions(true), async (databaseUrl) => {
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
  { storage, keep }: NewFiles,
): Promise<void> {
  const source = await (await sourceOf(manifest, settings)).initialize();
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    client.on('error', () => undefined); // the running statement fails with it
    await client.query('SET statement_timeout = 0; SET timezone = UTC; SET datestyle = ISO');
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    if (!(await isEmpty(client))) throw new BackupError('The database is not empty: restore into a new one.');
    await runner.startTransaction();
    await createSchema(source, runner);
    await loadTables(client, folder, manifest);
    await loadFiles(client, storage, folder, manifest);
    // The restored files are a copy, so they get an identity of their own.
    await saveStorageIdentity(sqlOf(client), await storage.identity(), 'replace');
    await keep();
    await runner.commitTransaction();
  } finally {
    await runner.release(); // an open transaction ends with its connection
    await source.destroy();
  }
}

/** Also gathers statistics: plans of tables that were never analysed are bad. */
function migrate(settings: Settings): Promise<void> {
  return withDataSource(settings, async (source) => {
    await runMigrations(source);
    await source.query('ANALYZE');
  });
}
