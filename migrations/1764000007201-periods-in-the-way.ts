import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The index behind the overlap constraint is not partial any more: archived suspensions are in it without a period, which
 * overlaps nothing. Without statistics the planner takes rows that are not archived for one in 200, so that it would read
 * the whole of a partial index for each suspension.
 */
export class PeriodsInTheWay1764000007201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await recreate(
      runner,
      `(CASE WHEN archived_at IS NULL THEN tstzrange(suspended_from, suspended_until, '[)') END) WITH &&)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await recreate(
      runner,
      `tstzrange(suspended_from, suspended_until, '[)') WITH &&) WHERE (archived_at IS NULL)`,
    );
  }
}

async function recreate(runner: QueryRunner, period: string): Promise<void> {
  await runner.query(`
    ALTER TABLE market_listing_suspensions
      DROP CONSTRAINT market_listing_suspensions_overlap,
      ADD CONSTRAINT market_listing_suspensions_overlap EXCLUDE USING gist (listing_id WITH =, ${period}`);
}
