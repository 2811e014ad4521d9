import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `almagest_apply_planned_rows`: applies the rows of the TEMP table `planned_rows` one after the other, in the order of the
 * file, for resources whose rows depend on one another. Returns the rows that an exclusion constraint refused, each with
 * the record it conflicts with. The statements take the workspace as `$1` and the number of the row as `$2`.
 *
 * `almagest_apply_rows`, which reads a table of another name, stays for processes of the version before.
 */
export class ApplyPlannedRows1764000007600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION almagest_apply_planned_rows(create_sql text, update_sql text, other_sql text, workspace uuid)
      RETURNS TABLE ("row" integer, line integer, other text) LANGUAGE plpgsql AS $$
      DECLARE
        planned record;
      BEGIN
        FOR planned IN SELECT _row, _line, _action FROM pg_temp.planned_rows WHERE _action <> 'n' ORDER BY _row LOOP
          BEGIN
            EXECUTE CASE planned._action WHEN 'c' THEN create_sql ELSE update_sql END USING workspace, planned._row;
          EXCEPTION WHEN exclusion_violation THEN
            EXECUTE other_sql INTO other USING workspace, planned._row;
            "row" := planned._row;
            line := planned._line;
            RETURN NEXT;
          END;
        END LOOP;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION almagest_apply_planned_rows(text, text, text, uuid)`);
  }
}
