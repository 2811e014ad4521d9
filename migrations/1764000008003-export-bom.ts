import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A CSV export may begin with a byte order mark. */
export class ExportBom1764000008003 implements MigrationInterface {
  name = 'ExportBom1764000008003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE export_jobs ADD COLUMN bom boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE export_jobs DROP COLUMN bom`);
  }
}
