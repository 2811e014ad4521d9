import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Settings } from '../config/settings';
import { fault, type Finding, ok } from './finding';

const NAME = 'migrations';
const FOLDER = join(__dirname, '../../migrations');
/** `1764000001000-workspaces.js`: the database records the number. */
const FILE = /^(\d+)-(.+)\.(?:js|ts)$/;

/** Checks that the schema is that of this version. */
export async function checkMigrations({ databaseUrl }: Settings): Promise<Finding> {
  const known = new Map((await readdir(FOLDER)).flatMap((file) => nameOf(file)));
  const done = await readDone(databaseUrl);
  const unknown = done.filter(({ timestamp }) => !known.has(timestamp));
  if (unknown.length > 0) {
    const says = `the database was created by a newer Almagest: ${unknown.map(({ name }) => name).join(', ')}`;
    return fault(NAME, says, 'Install that version, or restore an older backup.');
  }
  const pending = [...known].filter(([timestamp]) => !done.some((each) => each.timestamp === timestamp));
  if (pending.length === 0) return ok(NAME, `all ${known.size} are done`);
  const some = pending.slice(0, 3).map(([timestamp, name]) => `${timestamp}-${name}`);
  const more = pending.length > some.length ? ', …' : '';
  const fix = 'Run npm run migrate, or start Almagest, which migrates too.';
  return fault(NAME, `${pending.length} of ${known.size} are pending: ${some.join(', ')}${more}`, fix);
}

function nameOf(file: string): [string, string][] {
  const [, timestamp, name] = FILE.exec(file) ?? [];
  return timestamp === undefined || name === undefined || name.endsWith('.d') ? [] : [[timestamp, name]];
}

async function readDone(databaseUrl: string): Promise<{ timestamp: string; name: string }[]> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined); // the running statement fails with it
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('migrations') IS NOT NULL AS there`,
    );
    if (!rows[0]?.there) return [];
    const done = await client.query<{ timestamp: string; name: string }>(
      'SELECT timestamp::text AS timestamp, name FROM migrations ORDER BY id',
    );
    return done.rows;
  } finally {
    await client.end();
  }
}
