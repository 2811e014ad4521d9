// Frozen: released migrations call this file. A change goes into a new version beside this folder.

import type { QueryRunner } from 'typeorm';

/**
 * Makes a table of points, keyed by series and instant. It has no foreign key, which would cost more than half of an
 * import: whoever writes locks the row of `instrument_series`, and the trigger removes the points before that row goes.
 */
export async function createPointsTable(runner: QueryRunner, table: string, column: string): Promise<void> {
  await runner.query(`
    CREATE TABLE ${table} (
      series_id   bigint NOT NULL,
      "timestamp" timestamptz NOT NULL,
      ${column},
      archived_at timestamptz,
      created_at  timestamptz NOT NULL DEFAULT now(),
      updated_at  timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (series_id, "timestamp")
    )`);
  await runner.query(`
    CREATE FUNCTION ${table}_removed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM ${table} WHERE series_id = OLD.id;
      RETURN OLD;
    END $$`);
  await runner.query(`
    CREATE TRIGGER ${table}_removed BEFORE DELETE ON instrument_series
    FOR EACH ROW EXECUTE FUNCTION ${table}_removed()`);
}

export async function dropPointsTable(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`DROP TRIGGER ${table}_removed ON instrument_series`);
  await runner.query(`DROP FUNCTION ${table}_removed()`);
  await runner.query(`DROP TABLE ${table}`);
}
