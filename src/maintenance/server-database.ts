import { readSettings, type Settings } from '../config/settings';
import { createClient } from '../database/connect-database';
import { CONNECT_MS, explainConnection } from '../database/explain-connection';
import { type Sql, sqlOf } from '../database/sql';
import { withServerUrl } from './server-url';

/** There is no connection to the database of the server; the message says why and what to do. */
export class DatabaseUnreachable extends Error {}

/** The work of a command on the machine of the server, with its database and settings. */
export type ServerWork<T> = (sql: Sql, settings: Settings) => Promise<T>;

/**
 * Runs `work` on the database of the server whose settings are in `environment`, as the login that owns the tables. Throws
 * `DatabaseUnreachable`, and whatever `work` throws.
 */
export async function withServerDatabase<T>(
  environment: Readonly<Record<string, string | undefined>>,
  work: ServerWork<T>,
): Promise<T> {
  const settings = readSettings(environment);
  const options = {
    mayCreate: false,
    isBrief: true,
    toError: (message: string): Error => new DatabaseUnreachable(message),
  };
  return withServerUrl(settings, options, (url) => withConnection(url, (sql) => work(sql, settings)));
}

async function withConnection<T>(databaseUrl: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = createClient(databaseUrl, { connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // the running statement fails with it
  try {
    await client.connect().catch((error: unknown) => {
      throw new DatabaseUnreachable(explainConnection(error, databaseUrl));
    });
    const sql = sqlOf(client);
    await requireTables(sql);
    return await work(sql);
  } finally {
    await client.end().catch(() => undefined); // it may never have been connected
  }
}

async function requireTables(sql: Sql): Promise<void> {
  const [found] = await sql.query<{ there: boolean }>(
    `SELECT to_regclass('robots') IS NOT NULL AND to_regclass('secrets') IS NOT NULL AS there`,
  );
  if (found?.there === true) return;
  throw new DatabaseUnreachable(
    'The database has no tables of Almagest: start Almagest on it first; its first start shows a token.',
  );
}
