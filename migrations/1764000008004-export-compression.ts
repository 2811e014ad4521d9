import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The file of an export may be a zip archive or compressed with zstd; `gzip` stays true for gzip. */
export class ExportCompression1764000008004 implements MigrationInterface {
  name = 'ExportCompression1764000008004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE export_jobs ADD COLUMN compression text CHECK (compression IN ('gzip', 'zip', 'zstd'))`,
    );
    await runner.query(`UPDATE export_jobs SET compression = 'gzip' WHERE gzip`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE export_jobs DROP COLUMN compression`);
  }
}
