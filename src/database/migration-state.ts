import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from './connect-database';
import { CONNECT_MS } from './explain-connection';

const FOLDER = join(__dirname, '../../migrations');
/** `1764000001000-workspaces.js`: the database records the number. */
const FILE = /^(\d+)-(.+)\.(?:js|ts)$/;

/** How the schema of a database compares with this version. */
export interface MigrationState {
  /** Number of migrations that this version has. */
  readonly known: number;
  /** Those that the database lacks, in order: `1764000001000-workspaces`. */
  readonly pending: readonly string[];
  /** Those that the database has and this version does not know: a newer version made them. */
  readonly newer: readonly string[];
}

/** Compares the schema of the database with this version; changes nothing. Throws what a connection throws. */
export async function readMigrationState(databaseUrl: string): Promise<MigrationState> {
  const known = new Map((await readdir(FOLDER)).flatMap((file) => nameOf(file)));
  const done = await readDone(databaseUrl);
  const numbers = new Set(done.map(({ timestamp }) => timestamp));
  return {
    known: known.size,
    pending: [...known]
      .flatMap(([number, name]) => (numbers.has(number) ? [] : [`${number}-${name}`]))
      .sort(),
    newer: done.flatMap(({ timestamp, name }) => (known.has(timestamp) ? [] : [name])),
  };
}

function nameOf(file: string): [string, string][] {
  const [, timestamp, name] = FILE.exec(file) ?? [];
  return timestamp === undefined || name === undefined || name.endsWith('.d') ? [] : [[timestamp, name]];
}

async function readDone(databaseUrl: string): Promise<{ timestamp: string; name: string }[]> {
  const client = createClient(databaseUrl, { connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // the running statement fails with it
  try {
    await client.connect();
    const { rows } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('migrations') IS NOT NULL AS there`,
    );
    if (!rows[0]?.there) return [];
    const done = await client.query<{ timestamp: string; name: string }>(
      'SELECT timestamp::text AS timestamp, name FROM migrations ORDER BY id',
    );
    return done.rows;
  } finally {
    await client.end().catch(() => undefined); // it may never have been connected
  }
}
