import type { DataSource } from 'typeorm';

/** Any fixed number: replicas that start together agree on it, so that one migrates and the others wait. */
export const MIGRATION_LOCK = 7_420_613;

/** Runs the pending migrations, each in a transaction of its own, and answers their names. */
export async function runMigrations(dataSource: DataSource): Promise<string[]> {
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map(({ name }) => name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined); // a lost connection held no lock
    await lock.release();
  }
}
