import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Instrument types and their custom fields. */
export class InstrumentTypes1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE instrument_types (
        id             uuid NOT NULL DEFAULT almagest_new_id(),
        workspace_id   uuid NOT NULL REFERENCES workspaces (id),
        identifier     text COLLATE "C" NOT NULL,
        name           text COLLATE "C" NOT NULL,
        fields_version integer NOT NULL DEFAULT 1,
        archived_at    timestamptz,
        created_at     timestamptz NOT NULL DEFAULT now(),
        updated_at     timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (workspace_id, id),
        CONSTRAINT instrument_types_identifier_unique UNIQUE (workspace_id, identifier)
      )`);
    await runner.query(`
      CREATE TABLE instrument_type_fields (
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
        CONSTRAINT instrument_type_fields_key_unique UNIQUE (workspace_id, type_id, field_key),
        CONSTRAINT instrument_type_fields_type FOREIGN KEY (workspace_id, type_id)
          REFERENCES instrument_types (workspace_id, id) ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE instrument_type_fields`);
    await runner.query(`DROP TABLE instrument_types`);
  }
}
