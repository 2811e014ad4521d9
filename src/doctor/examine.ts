import { readSettings, type Settings } from '../config/settings';
import { checkAccess } from './check-access';
import { checkMigrations } from './check-migrations';
import { checkPostgres } from './check-postgres';
import { checkRedis } from './check-redis';
import { checkSettings } from './check-settings';
import { checkStorage } from './check-storage';
import { fault, type Finding } from './finding';

/** Looks at everything that Almagest needs, with the settings of `environment`, and changes nothing. Never rejects. */
export async function examine(environment: Readonly<Record<string, string | undefined>>): Promise<Finding[]> {
  let settings: Settings;
  try {
    settings = readSettings(environment);
  } catch (error) {
    return [
      fault(
        'settings',
        error instanceof Error ? error.message : String(error),
        'Correct it and run this again.',
      ),
    ];
  }
  const [postgres, redis, storage] = await Promise.all([
    checkPostgres(settings),
    checkRedis(settings),
    checkStorage(settings),
  ]);
  const reached = settings.databaseUrl !== '' && postgres.every(({ grade }) => grade !== 'fault');
  const migrations = reached ? [await checkMigrations(settings)] : [];
  const migrated = reached && migrations.every(({ grade }) => grade === 'ok');
  if (migrated) migrations.push(await checkAccess(settings));
  return [...checkSettings(settings), ...postgres, ...migrations, redis, storage];
}
