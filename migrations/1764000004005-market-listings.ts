import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Listings: an instrument at a market. */
export class MarketListings1764000004005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE market_listings (
        id            uuid NOT NULL DEFAULT almagest_new_id(),
        workspace_id  uuid NOT NULL,
        instrument_id uuid NOT NULL,
        market_id     uuid NOT NULL,
        local_code    text COLLATE "C",
        currency      text COLLATE "C",
        lot_size      numeric,
        archived_at   timestamptz,
        created_at    timestamptz NOT NULL DEFAULT now(),
        updated_at    timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (workspace_id, id),
        CONSTRAINT market_listings_pair_unique UNIQUE (workspace_id, instrument_id, market_id),
        CONSTRAINT market_listings_instrument FOREIGN KEY (workspace_id, instrument_id)
          REFERENCES instruments (workspace_id, id) ON DELETE CASCADE,
        CONSTRAINT market_listings_market FOREIGN KEY (workspace_id, market_id)
          REFERENCES markets (workspace_id, id) ON DELETE CASCADE
      )`);
    await runner.query(
      `CREATE INDEX market_listings_market ON market_listings (workspace_id, market_id, instrument_id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE market_listings`);
  }
}
