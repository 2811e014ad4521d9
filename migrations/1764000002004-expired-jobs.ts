import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is left of a job whose row was removed: enough to answer 410 to its workspace instead of 404. */
export class ExpiredJobs1764000002004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE expired_jobs (
        kind         text NOT NULL CHECK (kind IN ('import', 'export')),
        id           uuid NOT NULL,
        workspace_id uuid NOT NULL REFERENCES workspaces (id),
        PRIMARY KEY (kind, id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE expired_jobs`);
  }
}
