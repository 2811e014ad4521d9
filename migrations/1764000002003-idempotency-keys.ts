import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `Idempotency-Key`: a request in flight holds its key under a lease; a 202 binds the key to its job. */
export class IdempotencyKeys1764000002003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_keys (
        workspace_id uuid NOT NULL REFERENCES workspaces (id),
        route        text NOT NULL,
        key          text NOT NULL,
        holder       uuid NOT NULL,
        fingerprint  text,
        job_id       uuid,
        lease_until  timestamptz NOT NULL,
        created_at   timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (workspace_id, route, key),
        CHECK ((job_id IS NULL) = (fingerprint IS NULL))
      )`);
    await runner.query(`CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE idempotency_keys`);
  }
}
