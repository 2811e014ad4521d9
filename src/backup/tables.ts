import type { ClientBase } from 'pg';
import { BackupError, type Manifest, type SavedTable } from './manifest';

/** The tables of the schema and their stored columns; partitions are read with their parent. */
export async function listTables(client: ClientBase): Promise<Pick<SavedTable, 'name' | 'columns'>[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT relname AS name, array_agg(attname::text ORDER BY attnum) AS columns
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
       AND relname <> 'migrations' AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     GROUP BY relname ORDER BY relname`,
  );
  return rows;
}

export async function listMigrations(client: ClientBase): Promise<Manifest['migrations']> {
  const { rows } = await client.query<{ timestamp: string; name: string }>(
    'SELECT timestamp::text AS timestamp, name FROM migrations ORDER BY timestamp',
  );
  return rows;
}

/** Sequences are not part of a snapshot: read after the tables, they are never behind a row. */
export async function listSequences(client: ClientBase): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string; last_value: string }>(
    `SELECT sequencename AS name, last_value::text AS last_value FROM pg_sequences
     WHERE schemaname = current_schema() AND sequencename <> 'migrations_id_seq' AND last_value IS NOT NULL
     ORDER BY sequencename`,
  );
  return rows;
}

/** True when the schema has no table, view or sequence except those of extensions. */
export async function isEmpty(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(
    `SELECT NOT EXISTS (
       SELECT FROM pg_class
       WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
         AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')) AS empty`,
  );
  return rows[0]?.empty === true;
}

/** Orders tables after the ones they reference, so that every foreign key finds its row. */
export async function inReferenceOrder(client: ClientBase, names: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ child: string; parent: string }>(
    `SELECT DISTINCT child.relname AS child, parent.relname AS parent
     FROM pg_constraint JOIN pg_class child ON child.oid = conrelid JOIN pg_class parent ON parent.oid = confrelid
     WHERE contype = 'f' AND child.relnamespace = current_schema()::regnamespace AND child.oid <> parent.oid`,
  );
  const ordered: string[] = [];
  let remaining = [...names];
  while (remaining.length > 0) {
    const waits = (name: string): boolean =>
      rows.some(({ child, parent }) => child === name && remaining.includes(parent));
    const ready = remaining.filter((name) => !waits(name));
    if (ready.length === 0)
      throw new BackupError(`These tables reference one another: ${remaining.join(', ')}.`);
    ordered.push(...ready);
    remaining = remaining.filter((name) => !ready.includes(name));
  }
  return ordered;
}
