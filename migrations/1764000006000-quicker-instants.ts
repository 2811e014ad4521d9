import type { MigrationInterface, QueryRunner } from 'typeorm';

const define = (body: string): string => `
  CREATE OR REPLACE FUNCTION almagest_instant(instant timestamptz) RETURNS text
  LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$ SELECT ${body} $$`;

/**
 * The same written form by the output of a timestamp, which leaves out a fraction of zero by itself: half the time of
 * `to_char`, for every instant of every export. It prints as `DateStyle` says, so each connection sets that to ISO.
 */
export class QuickerInstants1764000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(define(`replace((instant AT TIME ZONE 'UTC')::text, ' ', 'T') || 'Z'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      define(
        `rtrim(rtrim(to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '0'), '.') || 'Z'`,
      ),
    );
  }
}
