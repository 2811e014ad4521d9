import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `almagest_new_id()`: the id of a new record. Ordered by time where Postgres can (18 and newer): a bulk import then
 * fills one page of the index after the other instead of touching all of them.
 */
export class NewIds1764000001004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [ordered] = (await runner.query(`SELECT FROM pg_proc WHERE proname = 'uuidv7'`)) as unknown[];
    await runner.query(`
      CREATE FUNCTION almagest_new_id() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE
      AS 'SELECT ${ordered ? 'uuidv7' : 'gen_random_uuid'}()'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION almagest_new_id()`);
  }
}
