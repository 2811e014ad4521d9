import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The reading options of an import, and what its job reports beside row errors. */
export class ImportOptions1764000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import_jobs
        ADD COLUMN options jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN skipped_count integer NOT NULL DEFAULT 0,
        ADD COLUMN restored_count integer NOT NULL DEFAULT 0,
        ADD COLUMN warning_count integer NOT NULL DEFAULT 0,
        ADD COLUMN warnings jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN error_summary jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(`
      COMMENT ON COLUMN import_jobs.options IS
      'How the file is read, by the names of the form; what was detected is in it (docs/contract.md 2.6).'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE import_jobs
        DROP COLUMN error_summary,
        DROP COLUMN warnings,
        DROP COLUMN warning_count,
        DROP COLUMN restored_count,
        DROP COLUMN skipped_count,
        DROP COLUMN options`);
  }
}
