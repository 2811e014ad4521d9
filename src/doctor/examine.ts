import { readSettings, type Settings } from '../config/settings';
import { isUnnamed, UNNAMED_SERVER } from '../config/wildcard-host';
import { checkAccess } from './check-access';
import { checkBucket } from './check-bucket';
import { checkMigrations } from './check-migrations';
import { checkPostgres } from './check-postgres';
import { checkRedis } from './check-redis';
import { checkStorage } from './check-storage';
import { fault, type Finding, ok, warning } from './finding';

/** Checks everything that Almagest needs with the settings of `environment`, without changing anything. Never rejects. */
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
    settings.storageUrl === '' ? checkStorage(settings) : checkBucket(settings),
  ]);
  const reached = settings.databaseUrl !== '' && postgres.every(({ grade }) => grade !== 'fault');
  const migrations = reached ? [await checkMigrations(settings)] : [];
  const migrated = reached && migrations.every(({ grade }) => grade === 'ok');
  if (migrated) migrations.push(await checkAccess(settings));
  return [...checkSettings(settings), ...postgres, ...migrations, redis, storage];
}

const NAME = 'settings';

/** Finds settings that are valid one by one and contradict each other. */
function checkSettings(settings: Settings): Finding[] {
  const { leaseMs, leaseRenewMs } = settings;
  const findings: Finding[] = [];
  if (leaseRenewMs * 2 > leaseMs) {
    const says = `LEASE_RENEW_MS is ${leaseRenewMs} and LEASE_MS ${leaseMs}: one late renewal loses a running job.`;
    findings.push(fault(NAME, says, 'Set LEASE_RENEW_MS to a third of LEASE_MS.'));
  }
  if (isUnnamed(settings))
    findings.push(
      warning(NAME, `HOST is ${settings.host} and there is ${UNNAMED_SERVER.says}`, UNNAMED_SERVER.fix),
    );
  return findings.length > 0 ? findings : [ok(NAME, 'well-formed')];
}
