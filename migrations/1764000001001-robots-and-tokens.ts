import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Robots (who calls) and their tokens (of which only the SHA-256 is kept). The operator belongs to no workspace. */
export class RobotsAndTokens1764000001001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE robots (
        id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        workspace_id uuid REFERENCES workspaces (id),
        display_name text NOT NULL,
        description  text,
        role         text NOT NULL CHECK (role IN ('viewer', 'member', 'editor', 'admin')),
        is_operator  boolean NOT NULL DEFAULT false,
        created_at   timestamptz NOT NULL DEFAULT now(),
        archived_at  timestamptz,
        CHECK (is_operator = (workspace_id IS NULL))
      )`);
    await runner.query(`CREATE INDEX robots_in_order ON robots (workspace_id, created_at, id)`);
    await runner.query(`CREATE UNIQUE INDEX robots_one_operator ON robots (is_operator) WHERE is_operator`);
    await runner.query(`
      CREATE TABLE tokens (
        id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        robot_id   uuid NOT NULL REFERENCES robots (id),
        sha256     bytea NOT NULL UNIQUE CHECK (length(sha256) = 32),
        suffix     text NOT NULL,
        expires_at timestamptz,
        revoked_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        created_by uuid REFERENCES robots (id)
      )`);
    await runner.query(`CREATE INDEX tokens_in_order ON tokens (robot_id, created_at, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE tokens`);
    await runner.query(`DROP TABLE robots`);
  }
}
