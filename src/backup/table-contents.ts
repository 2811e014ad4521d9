import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type ClientBase, escapeIdentifier } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { Hashing, writeSynced } from './hashing';
import { BackupError, type Manifest, type SavedTable, tableFile } from './manifest';
import { inReferenceOrder, listTables } from './tables';

/** The fastest level: Postgres must not wait for the compressor. */
const GZIP_LEVEL = 1;

/** Writes every table of the current snapshot into `folder`. */
export async function saveTables(client: ClientBase, folder: string): Promise<SavedTable[]> {
  const saved: SavedTable[] = [];
  for (const { name, columns } of await listTables(client)) {
    const list = columns.map(escapeIdentifier).join(', ');
    const rows = client.query(copyTo(`COPY (SELECT ${list} FROM ${escapeIdentifier(name)}) TO STDOUT`));
    const hashing = new Hashing();
    await pipeline(rows, createGzip({ level: GZIP_LEVEL }), hashing, (bytes: AsyncIterable<Uint8Array>) =>
      writeSynced(tableFile(folder, { name }), bytes),
    );
    saved.push({ name, columns, rows: rows.rowCount, sha256: hashing.digest() });
  }
  return saved;
}

/**
 * Fills the tables of a new schema with the saved rows. Triggers are disabled: they report changes and enforce rules that the
 * rows satisfy already. Throws a `BackupError` for a file that differs from the saved one.
 */
export async function loadTables(client: ClientBase, folder: string, manifest: Manifest): Promise<void> {
  const names = manifest.tables.map(({ name }) => name);
  const tables = names.map(escapeIdentifier).join(', ');
  await client.query(`TRUNCATE ${tables}`); // migrations insert rows, such as secrets
  for (const name of names) await client.query(`ALTER TABLE ${escapeIdentifier(name)} DISABLE TRIGGER USER`);
  for (const name of await inReferenceOrder(client, names)) {
    const table = manifest.tables.find((each) => each.name === name);
    if (table !== undefined) await loadTable(client, folder, table);
  }
  for (const name of names) await client.query(`ALTER TABLE ${escapeIdentifier(name)} ENABLE TRIGGER USER`);
  for (const { name, last_value: value } of manifest.sequences)
    await client.query(`SELECT setval($1::regclass, $2::bigint)`, [escapeIdentifier(name), value]);
}

async function loadTable(client: ClientBase, folder: string, table: SavedTable): Promise<void> {
  const path = tableFile(folder, table);
  const list = table.columns.map(escapeIdentifier).join(', ');
  const hashing = new Hashing();
  const rows = client.query(copyFrom(`COPY ${escapeIdentifier(table.name)} (${list}) FROM STDIN`));
  try {
    await pipeline(createReadStream(path), hashing, createGunzip(), rows);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BackupError(`${path} cannot be restored: ${reason}. Nothing was changed.`, { cause: error });
  }
  if (hashing.digest() !== table.sha256 || rows.rowCount !== table.rows)
    throw new BackupError(`${path} is damaged: it differs from what was saved. Nothing was changed.`);
}
