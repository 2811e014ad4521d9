import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTypesTables } from './support/v1/types-tables';

/** Markets and their types. */
export class Markets1764000004004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTypesTables(runner, 'market_types', 'market_type_fields');
    await runner.query(`
      CREATE TABLE markets (
        id           uuid NOT NULL DEFAULT almagest_new_id(),
        workspace_id uuid NOT NULL,
        identifier   text COLLATE "C" NOT NULL,
        name         text COLLATE "C" NOT NULL,
        type_id      uuid NOT NULL,
        field_values jsonb NOT NULL DEFAULT '{}',
        extras       json,
        archived_at  timestamptz,
        created_at   timestamptz NOT NULL DEFAULT now(),
        updated_at   timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (workspace_id, id),
        CONSTRAINT markets_identifier_unique UNIQUE (workspace_id, identifier),
        CONSTRAINT markets_type FOREIGN KEY (workspace_id, type_id) REFERENCES market_types (workspace_id, id)
      )`);
    await runner.query(`CREATE INDEX markets_of_type ON markets (workspace_id, type_id, identifier)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE markets`);
    await runner.query(`DROP TABLE market_type_fields`);
    await runner.query(`DROP TABLE market_types`);
  }
}
