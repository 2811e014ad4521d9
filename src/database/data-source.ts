import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Settings } from '../config/settings';
import { poolTarget } from './connect-database';
import { POOL_WAIT_MS, CONNECTION_PARAMETERS } from './connection-options';

/** One connection runs the migrations, another one has their lock. */
const MIGRATION_CONNECTIONS = 2;

/** The data source of TypeORM: for migrations and for the comparison of entities with the tables. Statements go through `Database`. */
export function createDataSource(
  settings: Settings,
  entities: NonNullable<DataSourceOptions['entities']>,
): DataSource {
  const target = poolTarget(settings.databaseUrl);
  return new DataSource({
    type: 'postgres',
    url: target.connectionString,
    entities,
    migrations: [join(__dirname, '../../migrations/*.{js,ts}')],
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    poolErrorHandler: () => undefined, // an idle connection was lost; the next statement opens another
    extra: {
      ...(target.Client !== undefined && { Client: target.Client }),
      max: MIGRATION_CONNECTIONS,
      connectionTimeoutMillis: POOL_WAIT_MS,
      // The migration that creates partitions reads their number from its session.
      options: `${CONNECTION_PARAMETERS} -c almagest.points_partitions=${settings.pointsPartitions}`,
    },
  });
}

/** Opens a data source for `work`, and closes it afterwards. */
export async function withDataSource<T>(
  settings: Settings,
  work: (source: DataSource) => Promise<T>,
): Promise<T> {
  const source = await createDataSource(settings, []).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

/** An arbitrary advisory lock number: of the replicas that start together, one migrates and the others wait. */
export const MIGRATION_LOCK = 7_420_613;

/** Runs the pending migrations, each in a transaction of its own, and returns their names. */
export async function runMigrations(dataSource: DataSource): Promise<string[]> {
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map(({ name }) => name);
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined); // a lost connection has no lock
    await lock.release();
  }
}
