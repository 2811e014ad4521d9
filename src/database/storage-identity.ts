import type { Sql } from './sql';

/** The UUID of the folder of files that the database belongs to; null before the first start. */
export async function notedIdentity(sql: Sql): Promise<string | null> {
  const [noted] = await sql.query<{ value: string }>(
    `SELECT convert_from(value, 'UTF8') AS value FROM secrets WHERE name = 'storage_identity'`,
  );
  return noted?.value ?? null;
}

/** Notes the folder of files that the database belongs to; `present` says what becomes of one that is noted already. */
export async function noteIdentity(sql: Sql, identity: string, present: 'keep' | 'replace'): Promise<void> {
  await sql.query(
    `INSERT INTO secrets (name, value) VALUES ('storage_identity', convert_to($1, 'UTF8'))
     ON CONFLICT (name) DO ${present === 'keep' ? 'NOTHING' : 'UPDATE SET value = excluded.value'}`,
    [identity],
  );
}
