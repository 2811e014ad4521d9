import type { MigrationInterface, QueryRunner } from 'typeorm';
import { disableRls, enableRls } from './support/v1/row-level-security';

/**
 * Import profiles of a workspace: an identifier, and how a file is read. `options` is the document as it was given, as
 * text that keeps the digits of its numbers.
 */
export class ImportProfiles1764000008002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_profiles (
        id            uuid NOT NULL DEFAULT almagest_new_id(),
        workspace_id  uuid NOT NULL REFERENCES workspaces (id),
        identifier    text COLLATE "C" NOT NULL,
        name          text COLLATE "C" NOT NULL,
        description   text,
        resource_type text COLLATE "C",
        options       json NOT NULL,
        created_at    timestamptz NOT NULL DEFAULT now(),
        updated_at    timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (workspace_id, id),
        CONSTRAINT import_profiles_identifier_unique UNIQUE (workspace_id, identifier)
      )`);
    await enableRls(runner, 'import_profiles');
  }

  async down(runner: QueryRunner): Promise<void> {
    await disableRls(runner, 'import_profiles');
    await runner.query(`DROP TABLE import_profiles`);
  }
}
