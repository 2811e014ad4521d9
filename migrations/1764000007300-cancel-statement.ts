import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Cancels the statement of a request whose client is gone. A signal to another session takes the rights of its login, which
 * the role `almagest_service` has not; the names are those of the pools of requests, whatever the session is called meanwhile.
 */
export class CancelStatement1764000007300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION almagest_cancel_statement(process integer) RETURNS boolean LANGUAGE sql SECURITY DEFINER
      SET search_path = pg_catalog AS $$
        SELECT pg_cancel_backend(pid) FROM pg_stat_activity
        WHERE pid = process AND datname = current_database() AND application_name IN ('almagest', 'almagest:requests')
      $$`);
    await runner.query(`REVOKE ALL ON FUNCTION almagest_cancel_statement(integer) FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION almagest_cancel_statement(integer) TO almagest_service`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION almagest_cancel_statement(integer)`);
  }
}
