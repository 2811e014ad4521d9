import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exports: the same life as imports, and what was published. */
export class ExportJobs1764000002001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE export_jobs (
        id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        seq              bigint NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
        workspace_id     uuid NOT NULL REFERENCES workspaces (id),
        status           text NOT NULL DEFAULT 'queued'
                         CHECK (status IN ('queued', 'processing', 'completed', 'failed', 'cancelled')),
        attempt          integer NOT NULL DEFAULT 0,
        stalls           integer NOT NULL DEFAULT 0,
        progressed       boolean NOT NULL DEFAULT false,
        created_by       uuid,
        cancelled_by     uuid,
        created_at       timestamptz NOT NULL DEFAULT now(),
        started_at       timestamptz,
        finished_at      timestamptz,
        object_type      text NOT NULL,
        format           text NOT NULL CHECK (format IN ('csv', 'json', 'ndjson')),
        include_archived boolean NOT NULL DEFAULT false,
        filter           json,
        gzip             boolean NOT NULL DEFAULT false,
        spreadsheet_safe boolean NOT NULL DEFAULT false,
        row_count        bigint,
        byte_count       bigint,
        sha256           text,
        progress         smallint CHECK (progress BETWEEN 0 AND 100),
        snapshot_at      timestamptz,
        error            jsonb,
        blob_key         text,
        blob_removed_at  timestamptz,
        expires_at       timestamptz
      )`);
    await runner.query(`CREATE INDEX export_jobs_newest ON export_jobs (workspace_id, seq DESC)`);
    await runner.query(`
      CREATE INDEX export_jobs_due ON export_jobs (seq) WHERE status IN ('queued', 'processing')`);
    await runner.query(
      `CREATE INDEX export_jobs_blobs ON export_jobs (finished_at) WHERE blob_removed_at IS NULL`,
    );
    await runner.query(`CREATE INDEX export_jobs_blob_key ON export_jobs (blob_key)`);
    await runner.query(`CREATE INDEX export_jobs_age ON export_jobs (finished_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE export_jobs`);
  }
}
