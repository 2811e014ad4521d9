import type { Sql } from './sql';

/** The UUID of the storage that belongs to the database; null before the first start. */
export async function loadStorageIdentity(sql: Sql): Promise<string | null> {
  const [row] = await sql.query<{ value: string }>(
    `SELECT convert_from(value, 'UTF8') AS value FROM secrets WHERE name = 'storage_identity'`,
  );
  return row?.value ?? null;
}

/** Stores the UUID of the storage that belongs to the database; `present` decides about one that is stored already. */
export async function saveStorageIdentity(
  sql: Sql,
  identity: string,
  present: 'keep' | 'replace',
): Promise<void> {
  await sql.query(
    `INSERT INTO secrets (name, value) VALUES ('storage_identity', convert_to($1, 'UTF8'))
     ON CONFLICT (name) DO ${present === 'keep' ? 'NOTHING' : 'UPDATE SET value = excluded.value'}`,
    [identity],
  );
}
