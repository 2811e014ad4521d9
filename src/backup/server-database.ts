import { resolve } from 'node:path';
import type { Settings } from '../config/settings';
import { findPrivatePostgres } from '../embedded/find-private-postgres';
import { startEmbedded } from '../embedded/start-embedded';
import { BackupError } from './manifest';

/** Only PostgreSQL is started; nobody connects to this. */
const NO_REDIS = 'redis://127.0.0.1:1';

/**
 * Runs `work` with the URL of the server's database: that of DATABASE_URL, of the private PostgreSQL that a running
 * Almagest has, or of a private one that is started for `work` alone. `mayMake`: whether a new private one is made.
 */
export async function withServerDatabase<T>(
  settings: Settings,
  mayMake: boolean,
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  if (settings.databaseUrl !== '') return work(settings.databaseUrl);
  const dataDir = resolve(settings.dataDir);
  const found = await findPrivatePostgres(dataDir);
  if (found?.url) return work(found.url);
  if (found === null && !mayMake) {
    throw new BackupError(`There is no private PostgreSQL in ${dataDir}; set DATA_DIR, or DATABASE_URL.`);
  }
  const servers = await startEmbedded({ dataDir, databaseUrl: '', redisUrl: NO_REDIS });
  try {
    return await work(servers.databaseUrl);
  } finally {
    await servers.stop();
  }
}
