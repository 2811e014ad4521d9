import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type ClientBase, escapeIdentifier } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { Hashing, writeSynced } from './hashing';
import { type SavedTable, tableFile } from './manifest';
import { listTables } from './tables';

/** The quickest level: Postgres must not wait for the compressor. */
const GZIP_LEVEL = 1;

/** Writes every table of the present snapshot into `folder`. */
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
