import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secrets of the server itself, made once and shared by every replica; the first signs download URLs. */
export class Secrets1764000001002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE secrets (
        name  text PRIMARY KEY,
        value bytea NOT NULL
      )`);
    // gen_random_uuid is the strong randomness that Postgres has without an extension: 122 bits each.
    await runner.query(`
      INSERT INTO secrets (name, value)
      VALUES ('download_signing', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE secrets`);
  }
}
