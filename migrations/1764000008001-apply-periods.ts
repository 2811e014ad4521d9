import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `almagest_apply_periods`: applies the rows of the TEMP table `planned_rows` one after the other, in the order of the file.
 * Returns the rows that are not applied: those whose key a row before them has that was applied (`duplicate_sql`, unless it
 * is null), and those that an exclusion constraint refused, each with what it overlaps. `applied_sql` notes a row that is
 * applied. The statements take the workspace as `$1` and the number of the row as `$2`.
 *
 * `almagest_apply_planned_rows` stays for processes of the version before.
 */
export class ApplyPeriods1764000008001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION almagest_apply_periods(
        create_sql text, update_sql text, other_sql text, duplicate_sql text, applied_sql text, workspace uuid)
      RETURNS TABLE ("row" integer, line integer, key_set integer, valid_row integer, overlap text)
      LANGUAGE plpgsql AS $$
      DECLARE
        planned record;
      BEGIN
        FOR planned IN SELECT _row, _line, _action FROM pg_temp.planned_rows ORDER BY _row LOOP
          "row" := planned._row;
          line := planned._line;
          key_set := NULL;
          valid_row := NULL;
          overlap := NULL;
          IF duplicate_sql IS NOT NULL THEN
            EXECUTE duplicate_sql INTO key_set, valid_row USING workspace, planned._row;
            IF valid_row IS NOT NULL THEN
              RETURN NEXT;
              CONTINUE;
            END IF;
          END IF;
          IF planned._action <> 'n' THEN
            BEGIN
              EXECUTE CASE planned._action WHEN 'c' THEN create_sql ELSE update_sql END USING workspace, planned._row;
            EXCEPTION WHEN exclusion_violation THEN
              EXECUTE other_sql INTO overlap USING workspace, planned._row;
              RETURN NEXT;
              CONTINUE;
            END;
          END IF;
          EXECUTE applied_sql USING workspace, planned._row;
        END LOOP;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION almagest_apply_periods(text, text, text, text, text, uuid)`);
  }
}
