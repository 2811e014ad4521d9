import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import type { Settings } from '../config/settings';
import { createDataSource } from '../database/data-source';
import { BackupError, type Manifest } from './manifest';

const FOLDER = join(__dirname, '../../migrations');
const FILE = /^(\d+)-.+(?<!\.d)\.(?:js|ts)$/;

/** A data source with exactly the migrations of the backup. Throws a `BackupError` for a migration that this version does not
 * have. */
export async function sourceOf(manifest: Manifest, settings: Settings): Promise<DataSource> {
  const files = (await readdir(FOLDER)).filter((file) => FILE.test(file));
  const migrations = manifest.migrations.map(({ timestamp, name }) => {
    const file = files.find((each) => each.startsWith(`${timestamp}-`));
    if (file !== undefined) return join(FOLDER, file);
    throw new BackupError(
      `The backup was written by Almagest ${manifest.almagest}, which is newer (migration ${name}): restore it with that version.`,
    );
  });
  return createDataSource(settings, []).setOptions({ migrations });
}

/** Creates the schema of the backup with its roles, grants and policies, in the open transaction of `runner`. */
export async function createSchema(source: DataSource, runner: QueryRunner): Promise<void> {
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = 'none';
  await executor.executePendingMigrations();
}
