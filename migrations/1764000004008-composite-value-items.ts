import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The items of composite values as rows of their own: nothing is stored twice. The id of an item is that of its value
 * under a mask made of the field; the same mask takes it off again, and the version of the UUID stays what it is.
 */
export class CompositeValueItems1764000004008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION almagest_masked(id uuid, mask uuid) RETURNS uuid
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT (lpad(to_hex(almagest_point_half(id, 0) # (almagest_point_half(md5(mask::text)::uuid, 0) & ~61440::bigint)), 16, '0')
             || lpad(to_hex(almagest_point_half(id, 1) # (almagest_point_half(md5(mask::text)::uuid, 1) & 4611686018427387903)), 16, '0'))::uuid
      $$`);
    // What looks like a number compares as one, whatever the data type of the field; each digit of it is kept. IS NOT NULL
    // and not `?`, which the planner takes for rare: it would then sort what it can read in order.
    await runner.query(`
      CREATE VIEW composite_time_series_value_items WITH (security_invoker = true) AS
      SELECT v.series_id, v."timestamp", f.id AS field_id, f.display_order, f.field_key,
             CASE WHEN v.items ->> f.field_key ~ '^-?(0|[1-9][0-9]*)([.][0-9]+)?$'
                  THEN to_jsonb((v.items ->> f.field_key)::numeric) ELSE v.items -> f.field_key END AS value,
             v.archived_at, v.created_at, v.updated_at
      FROM composite_time_series_values v
      JOIN instrument_series s ON s.id = v.series_id
      JOIN series_fields f ON f.workspace_id = s.workspace_id AND f.type_id = s.type_id AND v.items ->> f.field_key IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW composite_time_series_value_items`);
    await runner.query(`DROP FUNCTION almagest_masked(uuid, uuid)`);
  }
}
