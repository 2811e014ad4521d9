import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Under `unpivot` one row of a file becomes many: an error has the row of the file, and the number of the staged row. */
export class StagedRows1764000008100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE import_row_errors ADD COLUMN staged_row integer`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE import_row_errors DROP COLUMN staged_row`);
  }
}
