import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who holds a job, and until when. Apart from the job row on purpose: a renewal of the lease must not touch the row that
 * a REPEATABLE READ transaction fences at its end, or every transaction longer than a renewal would fail to serialize.
 */
export class JobLeases1764000002005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job_leases (
        job_id      uuid PRIMARY KEY,
        kind        text NOT NULL CHECK (kind IN ('import', 'export')),
        attempt     integer NOT NULL,
        worker      text,
        lease_until timestamptz NOT NULL
      )`);
    await runner.query(`
      COMMENT ON COLUMN job_leases.worker IS 'Null when the worker gave the job back of its own accord.'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE job_leases`);
  }
}
