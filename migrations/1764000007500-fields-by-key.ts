import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['instrument_type_fields', 'market_type_fields', 'series_fields'];

/** Finds the custom fields that a filter or a mapping names, whatever the number of types and fields of the workspace. */
export class FieldsByKey1764000007500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`CREATE INDEX ${table}_by_key ON ${table} (workspace_id, field_key)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP INDEX ${table}_by_key`);
  }
}
