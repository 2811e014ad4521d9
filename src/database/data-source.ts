import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Settings } from '../config/settings';
import { CONNECT_MS, PINNED } from './connection-options';

/** One connection runs the migrations, another one keeps their lock. */
const MIGRATION_CONNECTIONS = 2;

/** The data source of TypeORM: for migrations and what TypeORM knows of entities. Statements go through `Database`. */
export function createDataSource(
  settings: Settings,
  entities: NonNullable<DataSourceOptions['entities']>,
): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.databaseUrl,
    entities,
    migrations: [join(__dirname, '../../migrations/*.{js,ts}')],
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    poolErrorHandler: () => undefined, // an idle connection was lost; the next statement opens another
    extra: {
      max: MIGRATION_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      // The migration that makes partitions reads the number from its session.
      options: `${PINNED} -c almagest.points_partitions=${settings.pointsPartitions}`,
    },
  });
}
