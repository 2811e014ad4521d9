import { Client, escapeIdentifier } from 'pg';

const MAINTENANCE = 'postgres';
const CONNECT_MS = 5_000;
/** Nobody listens yet; Postgres is starting, recovering or ending. */
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03']);

/** False while the server is not up; true once it is and the database of `url` exists. */
export async function ensureDatabase(url: URL): Promise<boolean> {
  const name = decodeURIComponent(url.pathname.slice(1));
  const maintenance = new URL(url);
  maintenance.pathname = MAINTENANCE;
  const client = new Client({ connectionString: maintenance.href, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // a connection that is lost fails the query below
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
    return true;
  } catch (error) {
    if (NOT_YET.has((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    await client.end();
  }
}
