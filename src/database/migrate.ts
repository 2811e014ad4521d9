import { readSettings } from '../config/settings';
import { runMigrations, withDataSource } from './data-source';

/** The command behind `npm run migrate`: brings the database of DATABASE_URL up to date and ends. */
async function migrate(): Promise<void> {
  const settings = readSettings();
  if (settings.databaseUrl === '') {
    throw new Error(
      'Set DATABASE_URL to the PostgreSQL that is to be migrated, for example postgres://localhost/almagest.',
    );
  }
  const names = await withDataSource(settings, runMigrations);
  console.log(names.length === 0 ? 'Nothing to migrate.' : `Migrated: ${names.join(', ')}`);
}

migrate().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
