import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Attempts that are lost from outside (`stalls`) and readings that the file itself stopped (`reading_stops`) are counted
 * apart: the former wait longer each time and go on for a day, the latter end an import at the third.
 */
export class InterruptedJobs1764000007400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE import_jobs ADD COLUMN reading_stops integer NOT NULL DEFAULT 0`);
    await runner.query(`
      COMMENT ON COLUMN import_jobs.reading_stops IS
      'How often the thread that reads the file was stopped by the file, since the last checkpoint.'`);
    for (const table of ['import_jobs', 'export_jobs']) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN interrupted_since timestamptz`);
      await runner.query(`
        COMMENT ON COLUMN ${table}.interrupted_since IS
        'When the first of the attempts was lost that "stalls" counts.'`);
      await runner.query(`
        COMMENT ON COLUMN ${table}.stalls IS
        'Attempts lost one after the other without progress: a dead process, a lost connection, a full pool.'`);
    }
    await runner.query(`ALTER TABLE job_leases ADD COLUMN retry_wait_ms integer NOT NULL DEFAULT 0`);
    await runner.query(`
      COMMENT ON COLUMN job_leases.retry_wait_ms IS
      'Milliseconds to wait behind the end of the lease, should this attempt be lost without progress.'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE job_leases DROP COLUMN retry_wait_ms`);
    for (const table of ['import_jobs', 'export_jobs']) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN interrupted_since`);
    }
    await runner.query(`ALTER TABLE import_jobs DROP COLUMN reading_stops`);
  }
}
