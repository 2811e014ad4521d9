import { resolve } from 'node:path';
import { Client } from 'pg';
import { readSettings, type Settings } from '../config/settings';
import { CONNECT_MS, explainConnection } from '../database/explain-connection';
import type { Sql } from '../database/sql';
import { sqlOf } from '../database/sql-of-client';
import { findPrivatePostgres } from '../embedded/find-private-postgres';
import { startEmbedded } from '../embedded/start-embedded';

/** An app that is just starting or ending has this long to be up or gone. */
const WAIT_MS = 60_000;
const RETRY_MS = 200;

/** There is no connection to the database of the server; the message says why and what to do. */
export class DatabaseUnreachable extends Error {}

/** What a command on the machine of the server does: with the database, and with the settings of the server. */
export type ServerWork<T> = (sql: Sql, settings: Settings) => Promise<T>;

/**
 * Runs `work` on the database of the server whose settings `environment` holds, as the login that owns it: that of DATABASE_URL, or the private one in DATA_DIR,
 * which is started for the time of `work` unless an app runs it. Throws `DatabaseUnreachable`, and whatever `work` throws.
 */
export async function withServerDatabase<T>(
  environment: Readonly<Record<string, string | undefined>>,
  work: ServerWork<T>,
): Promise<T> {
  const settings = readSettings(environment);
  const workOn = (url: string): Promise<T> => withConnection(url, (sql) => work(sql, settings));
  if (settings.databaseUrl !== '') return workOn(settings.databaseUrl);
  const dataDir = resolve(settings.dataDir);
  for (const until = Date.now() + WAIT_MS; ; await pause()) {
    const found = await findPrivatePostgres(dataDir);
    if (found === null) {
      throw new DatabaseUnreachable(
        `DATA_DIR ${dataDir} holds no private PostgreSQL: run this with the DATA_DIR or the DATABASE_URL of the server.`,
      );
    }
    if (found.url !== null) return workOn(found.url);
    if (!found.isInUse) return withPrivateServer(dataDir, workOn);
    if (Date.now() > until) {
      throw new DatabaseUnreachable(
        `Almagest in ${dataDir} is starting or ending; run this again in a moment.`,
      );
    }
  }
}

async function withPrivateServer<T>(dataDir: string, workOn: (url: string) => Promise<T>): Promise<T> {
  const servers = await startEmbedded({ dataDir, databaseUrl: '', redisUrl: 'none', isBrief: true }).catch(
    (error: Error) => Promise.reject(new DatabaseUnreachable(error.message)),
  );
  try {
    return await workOn(servers.databaseUrl);
  } finally {
    await servers.stop();
  }
}

async function withConnection<T>(databaseUrl: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // it shows in the statement that is under way
  try {
    await client.connect().catch((error: unknown) => {
      throw new DatabaseUnreachable(explainConnection(error, databaseUrl));
    });
    const sql = sqlOf(client);
    await refuseEmpty(sql);
    return await work(sql);
  } finally {
    await client.end().catch(() => undefined); // it may never have been connected
  }
}

async function refuseEmpty(sql: Sql): Promise<void> {
  const [found] = await sql.query<{ there: boolean }>(
    `SELECT to_regclass('robots') IS NOT NULL AND to_regclass('secrets') IS NOT NULL AS there`,
  );
  if (found?.there === true) return;
  throw new DatabaseUnreachable(
    'The database has no tables of Almagest: start Almagest on it first; its first start shows a token.',
  );
}

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, RETRY_MS));
