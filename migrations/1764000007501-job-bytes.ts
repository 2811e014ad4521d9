import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableRls, disableRls } from './support/v1/row-level-security';

/**
 * Bytes of a workspace that no column of a job counts: of the file that a running export has written so far, and of the row
 * errors of an import. Apart from the job rows for the same reason as the leases: an import fences its row in a REPEATABLE
 * READ transaction, beside which nothing else may write to that row.
 */
export class JobBytes1764000007501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job_bytes (
        job_id       uuid PRIMARY KEY,
        workspace_id uuid NOT NULL REFERENCES workspaces (id),
        kind         text NOT NULL CHECK (kind IN ('import', 'export')),
        bytes        bigint NOT NULL CHECK (bytes >= 0)
      )`);
    await runner.query(`CREATE INDEX job_bytes_workspace ON job_bytes (workspace_id)`);
    await enableRls(runner, 'job_bytes');
    // The same estimate as ERROR_BYTES_SQL of src/imports/pipeline/error-report.ts.
    await runner.query(`
      INSERT INTO job_bytes (job_id, workspace_id, kind, bytes)
      SELECT job_id, workspace_id, 'import', sum(130 + octet_length(concat("column", code, message, value)))
      FROM import_row_errors GROUP BY job_id, workspace_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await disableRls(runner, 'job_bytes');
    await runner.query(`DROP TABLE job_bytes`);
  }
}
