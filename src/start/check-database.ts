import { createClient } from '../database/connect-database';
import { CONNECT_MS, explainConnection } from '../database/explain-connection';
import { codeOf, StartError } from './start-error';

const MIN_VERSION = 150_000;
/** How long a server that is starting may take. */
const WAIT_MS = 10_000;
const RETRY_MS = 500;
/** Not listening yet, host name not known yet, or Postgres is starting or recovering. */
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', '57P03']);

/**
 * Connects to the PostgreSQL of DATABASE_URL and waits up to ten seconds for one that is starting; calls `say` before it waits.
 * Throws a `StartError` when there is no connection, or the server is too old or read-only.
 */
export async function checkDatabase(databaseUrl: string, say: (sentence: string) => void): Promise<void> {
  const until = Date.now() + WAIT_MS;
  for (let attempt = 1; ; attempt++) {
    try {
      return await connectOnce(databaseUrl);
    } catch (error) {
      if (error instanceof StartError) throw error;
      const sentence = explainConnection(error, databaseUrl);
      if (!NOT_YET.has(codeOf(error)) || Date.now() > until) throw new StartError(sentence);
      if (attempt === 1) say(`Waiting up to ${WAIT_MS / 1_000} s for PostgreSQL. ${sentence}`);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

async function connectOnce(databaseUrl: string): Promise<void> {
  const client = createClient(databaseUrl, { connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // the running statement fails with it
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; number: number; read_only: boolean }>(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
              pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' AS read_only`,
    );
    for (const { version, number, read_only } of rows) {
      if (number < MIN_VERSION)
        throw new StartError(
          `DATABASE_URL: the server is PostgreSQL ${version}, and Almagest needs 15 or newer; upgrade it, or name another one.`,
        );
      if (read_only)
        throw new StartError(
          'DATABASE_URL: the server is read-only (a standby, or default_transaction_read_only is on); name one that can be written.',
        );
    }
  } finally {
    await client.end().catch(() => undefined); // it may never have been connected
  }
}
