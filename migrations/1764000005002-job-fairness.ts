import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the limits of a workspace and the turn of the next job are read from: when it was served last, and what it stores. */
export class JobFairness1764000005002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, bytes] of [
      ['import_jobs', 'file_size'],
      ['export_jobs', 'byte_count'],
    ]) {
      await runner.query(`CREATE INDEX ${table}_served ON ${table} (workspace_id, started_at)`);
      await runner.query(`
        CREATE INDEX ${table}_stored ON ${table} (workspace_id) INCLUDE (${bytes}) WHERE blob_removed_at IS NULL`);
      await runner.query(`
        CREATE INDEX ${table}_open ON ${table} (workspace_id, seq) WHERE status IN ('queued', 'processing')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['import_jobs', 'export_jobs']) {
      for (const index of ['served', 'stored', 'open']) await runner.query(`DROP INDEX ${table}_${index}`);
    }
  }
}
