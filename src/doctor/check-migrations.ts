import type { Settings } from '../config/settings';
import { readMigrationState } from '../database/migration-state';
import { fault, type Finding, ok } from './finding';

const NAME = 'migrations';

/** Checks that the schema is that of this version. */
export async function checkMigrations({ databaseUrl }: Settings): Promise<Finding> {
  const { known, pending, newer } = await readMigrationState(databaseUrl);
  if (newer.length > 0) {
    const says = `the database was created by a newer Almagest: ${newer.join(', ')}`;
    return fault(NAME, says, 'Install that version, or restore an older backup.');
  }
  if (pending.length === 0) return ok(NAME, `all ${known} are done`);
  const some = pending.slice(0, 3);
  const more = pending.length > some.length ? ', …' : '';
  const fix = 'Run npm run migrate, or start Almagest, which migrates too.';
  return fault(NAME, `${pending.length} of ${known} are pending: ${some.join(', ')}${more}`, fix);
}
