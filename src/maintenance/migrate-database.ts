import { readSettings, type Settings } from '../config/settings';
import { runMigrations, withDataSource } from '../database/data-source';
import { explainConnection } from '../database/explain-connection';
import { type MigrationState, readMigrationState } from '../database/migration-state';
import { isTransient } from '../database/transient-error';
import { DatabaseUnreachable } from './server-database';
import { withServerUrl } from './server-url';

type Environment = Readonly<Record<string, string | undefined>>;

/** Compares the schema of the server's database with this version, without a change. Throws `DatabaseUnreachable`. */
export function checkMigrated(environment: Environment): Promise<MigrationState> {
  return withUrl(readSettings(environment), readMigrationState);
}

/** Brings the schema of the server's database up to date; returns the names of what was done. Throws `DatabaseUnreachable`. */
export function migrateDatabase(environment: Environment): Promise<string[]> {
  const settings = readSettings(environment);
  return withUrl(settings, (databaseUrl) => withDataSource({ ...settings, databaseUrl }, runMigrations));
}

function withUrl<T>(settings: Settings, work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const options = {
    mayCreate: false,
    isBrief: true,
    toError: (message: string): Error => new DatabaseUnreachable(message),
  };
  return withServerUrl(settings, options, async (url) => {
    try {
      return await work(url);
    } catch (error) {
      if (isTransient(error)) throw new DatabaseUnreachable(explainConnection(error, url));
      throw error;
    }
  });
}
