import { join } from 'node:path';
import { types } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Settings } from '../config/settings';

const OID = { int8: 20, json: 114, date: 1082, timestamp: 1114, timestamptz: 1184, numeric: 1700 };

/** Exact values arrive as the text Postgres prints: no Date, no number, no parsed JSON that could round. */
for (const oid of Object.values(OID)) types.setTypeParser(oid, (text) => text);

/** The one data source, for Nest and for the migrations. */
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
      max: settings.poolSize,
      connectionTimeoutMillis: 10_000,
      options: '-c timezone=UTC -c datestyle=ISO -c client_encoding=UTF8 -c jit=off',
    },
  });
}
