import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars: what a market does on a day. Opening and closing are instants, perhaps on a neighbouring UTC day. */
export class MarketCalendars1764000004007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE market_calendars (
        id           uuid NOT NULL DEFAULT almagest_new_id(),
        workspace_id uuid NOT NULL,
        market_id    uuid NOT NULL,
        date         date NOT NULL,
        is_open      boolean NOT NULL,
        opens_at     timestamptz,
        closes_at    timestamptz,
        break_start  timestamptz,
        break_end    timestamptz,
        description  text COLLATE "C",
        archived_at  timestamptz,
        created_at   timestamptz NOT NULL DEFAULT now(),
        updated_at   timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (workspace_id, id),
        CONSTRAINT market_calendars_date_unique UNIQUE (workspace_id, market_id, date),
        CONSTRAINT market_calendars_market FOREIGN KEY (workspace_id, market_id)
          REFERENCES markets (workspace_id, id) ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE market_calendars`);
  }
}
