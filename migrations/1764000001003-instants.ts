import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `almagest_instant(timestamptz)`: the one written form of an instant, `YYYY-MM-DDTHH:MM:SS[.f]Z` in UTC, microseconds
 * kept, zeros at the end of the fraction dropped. Meant for years 0001 to 9999.
 */
export class Instants1764000001003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // STABLE as to_char itself is: declared IMMUTABLE it could not be inlined and would take three times as long a row.
    await runner.query(`
      CREATE FUNCTION almagest_instant(instant timestamptz) RETURNS text
      LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
        SELECT rtrim(rtrim(to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '0'), '.') || 'Z'
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION almagest_instant(timestamptz)`);
  }
}
