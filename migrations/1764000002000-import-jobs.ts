import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports and their row errors. The row of a queued import is the outbox: Bull is only told of it. */
export class ImportJobs1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_jobs (
        id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        seq               bigint NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
        workspace_id      uuid NOT NULL REFERENCES workspaces (id),
        status            text NOT NULL DEFAULT 'queued'
                          CHECK (status IN ('queued', 'processing', 'completed', 'failed', 'cancelled')),
        attempt           integer NOT NULL DEFAULT 0,
        stalls            integer NOT NULL DEFAULT 0,
        progressed        boolean NOT NULL DEFAULT false,
        created_by        uuid,
        cancelled_by      uuid,
        created_at        timestamptz NOT NULL DEFAULT now(),
        started_at        timestamptz,
        finished_at       timestamptz,
        resource_type     text NOT NULL,
        format            text NOT NULL,
        on_error          text NOT NULL CHECK (on_error IN ('abort', 'continue')),
        identifier_column text,
        dry_run           boolean NOT NULL DEFAULT false,
        spreadsheet_safe  boolean NOT NULL DEFAULT false,
        mapping           jsonb,
        defaults          json,
        file_name         text,
        file_size         bigint NOT NULL,
        file_sha256       text NOT NULL,
        blob_key          text NOT NULL,
        blob_removed_at   timestamptz,
        checkpoint_row    integer NOT NULL DEFAULT 0,
        row_count         integer,
        processed_count   integer NOT NULL DEFAULT 0,
        created_count     integer NOT NULL DEFAULT 0,
        updated_count     integer NOT NULL DEFAULT 0,
        unchanged_count   integer NOT NULL DEFAULT 0,
        failed_count      integer NOT NULL DEFAULT 0,
        error_count       integer NOT NULL DEFAULT 0,
        unprocessed_count integer,
        progress          smallint CHECK (progress BETWEEN 0 AND 100),
        ignored_columns   jsonb NOT NULL DEFAULT '[]'
      )`);
    await runner.query(`
      COMMENT ON COLUMN import_jobs.stalls IS 'Attempts that died one after the other without a checkpoint.'`);
    await runner.query(`
      COMMENT ON COLUMN import_jobs.progressed IS 'The present attempt has moved the checkpoint.'`);
    await runner.query(`CREATE INDEX import_jobs_newest ON import_jobs (workspace_id, seq DESC)`);
    await runner.query(`
      CREATE INDEX import_jobs_lane ON import_jobs (workspace_id, resource_type, seq)
      WHERE status IN ('queued', 'processing')`);
    await runner.query(`
      CREATE UNIQUE INDEX import_jobs_one_of_a_lane ON import_jobs (workspace_id, resource_type)
      WHERE status = 'processing'`);
    await runner.query(
      `CREATE INDEX import_jobs_blobs ON import_jobs (finished_at) WHERE blob_removed_at IS NULL`,
    );
    await runner.query(`CREATE INDEX import_jobs_blob_key ON import_jobs (blob_key)`);
    await runner.query(`CREATE INDEX import_jobs_age ON import_jobs (finished_at)`);
    await runner.query(`
      CREATE TABLE import_row_errors (
        workspace_id uuid NOT NULL,
        job_id       uuid NOT NULL REFERENCES import_jobs (id) ON DELETE CASCADE,
        seq          integer NOT NULL,
        "row"        integer,
        line         integer,
        "column"     text,
        code         text NOT NULL,
        message      text NOT NULL,
        value        text,
        PRIMARY KEY (job_id, seq)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE import_row_errors`);
    await runner.query(`DROP TABLE import_jobs`);
  }
}
