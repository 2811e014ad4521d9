import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Instruments. The composite foreign key makes a type of another workspace impossible, and vouches for the workspace too:
 * each index and each foreign key more is paid for with every imported row.
 */
export class Instruments1764000003001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE instruments (
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
        CONSTRAINT instruments_identifier_unique UNIQUE (workspace_id, identifier),
        CONSTRAINT instruments_type FOREIGN KEY (workspace_id, type_id)
          REFERENCES instrument_types (workspace_id, id)
      )`);
    await runner.query(`CREATE INDEX instruments_of_type ON instruments (workspace_id, type_id, identifier)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE instruments`);
  }
}
