import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Suspensions of listings: half-open periods [from, until) that never overlap on one listing; archived ones do not count. */
export class MarketListingSuspensions1764000004006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);
    await runner.query(`
      CREATE TABLE market_listing_suspensions (
        id              uuid NOT NULL DEFAULT almagest_new_id(),
        workspace_id    uuid NOT NULL,
        listing_id      uuid NOT NULL,
        suspended_from  timestamptz NOT NULL,
        suspended_until timestamptz,
        reason          text COLLATE "C",
        archived_at     timestamptz,
        created_at      timestamptz NOT NULL DEFAULT now(),
        updated_at      timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (workspace_id, id),
        CONSTRAINT market_listing_suspensions_from_unique UNIQUE (workspace_id, listing_id, suspended_from),
        CONSTRAINT market_listing_suspensions_order CHECK (suspended_until > suspended_from),
        CONSTRAINT market_listing_suspensions_listing FOREIGN KEY (workspace_id, listing_id)
          REFERENCES market_listings (workspace_id, id) ON DELETE CASCADE,
        CONSTRAINT market_listing_suspensions_overlap EXCLUDE USING gist (
          listing_id WITH =, tstzrange(suspended_from, suspended_until, '[)') WITH &&) WHERE (archived_at IS NULL)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE market_listing_suspensions`);
  }
}
