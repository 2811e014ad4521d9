import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `almagest_apply_rows`: takes the rows of the TEMP table `judged` into effect one after the other, in the order of the
 * file, for resources whose rows bear on one another. It answers the rows that an exclusion constraint refused, each with
 * the record in the way. The statements take the workspace as `$1` and the number of the row as `$2`.
 */
export class ApplyRows1764000002006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION almagest_apply_rows(create_sql text, update_sql text, other_sql text, workspace uuid)
      RETURNS TABLE ("row" integer, line integer, other text) LANGUAGE plpgsql AS $$
      DECLARE
        judged_row record;
      BEGIN
        FOR judged_row IN SELECT _row, _line, _verdict FROM pg_temp.judged WHERE _verdict <> 'n' ORDER BY _row LOOP
          BEGIN
            EXECUTE CASE judged_row._verdict WHEN 'c' THEN create_sql ELSE update_sql END USING workspace, judged_row._row;
          EXCEPTION WHEN exclusion_violation THEN
            EXECUTE other_sql INTO other USING workspace, judged_row._row;
            "row" := judged_row._row;
            line := judged_row._line;
            RETURN NEXT;
          END;
        END LOOP;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION almagest_apply_rows(text, text, text, uuid)`);
  }
}
