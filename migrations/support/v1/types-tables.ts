// Frozen: released migrations call this file. A change goes into a new version beside this folder.

import type { QueryRunner } from 'typeorm';

/** Makes a table of types and the table of their custom fields; `columns` are what the types have beside the usual. */
export async function createTypesTables(
  runner: QueryRunner,
  table: string,
  fieldsTable: string,
  columns: readonly string[] = [],
): Promise<void> {
  const more = columns.map((column) => `${column},`).join(' ');
  await runner.query(`
    CREATE TABLE ${table} (
      id             uuid NOT NULL DEFAULT almagest_new_id(),
      workspace_id   uuid NOT NULL REFERENCES workspaces (id),
      identifier     text COLLATE "C" NOT NULL,
      name           text COLLATE "C" NOT NULL,
      ${more}
      fields_version integer NOT NULL DEFAULT 1,
      archived_at    timestamptz,
      created_at     timestamptz NOT NULL DEFAULT now(),
      updated_at     timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (workspace_id, id),
      CONSTRAINT ${table}_identifier_unique UNIQUE (workspace_id, identifier)
    )`);
  await runner.query(`
    CREATE TABLE ${fieldsTable} (
      id            uuid NOT NULL DEFAULT almagest_new_id(),
      workspace_id  uuid NOT NULL,
      type_id       uuid NOT NULL,
      field_key     text COLLATE "C" NOT NULL CHECK (field_key ~ '^[a-z][a-z0-9_]{0,62}$'),
      field_label   text COLLATE "C" NOT NULL,
      data_type     text COLLATE "C" NOT NULL CHECK (data_type IN ('text', 'number', 'date', 'boolean')),
      is_required   boolean NOT NULL,
      has_default   boolean NOT NULL,
      default_value text,
      allow_null    boolean NOT NULL,
      display_order integer NOT NULL,
      created_at    timestamptz NOT NULL DEFAULT now(),
      updated_at    timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (workspace_id, id),
      CONSTRAINT ${fieldsTable}_key_unique UNIQUE (workspace_id, type_id, field_key),
      CONSTRAINT ${fieldsTable}_type FOREIGN KEY (workspace_id, type_id)
        REFERENCES ${table} (workspace_id, id) ON DELETE CASCADE
    )`);
}
