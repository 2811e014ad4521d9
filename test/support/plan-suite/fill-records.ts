import type { Database } from '../../../src/database/database';
import type { WorkspaceClient } from '../workspace-client';

/** How many markets the instruments of a workspace are listed at. */
export const MARKETS_LISTED = 10;

/** Declares, through the API, the types and series that all records of the suite have. */
export async function declareTypes(client: WorkspaceClient): Promise<void> {
  const isin = { field_key: 'isin', data_type: 'text' };
  const rating = { field_key: 'rating', data_type: 'number' };
  await client.post('/instrument-types', { identifier: 't', name: 'T', fields: [isin, rating] });
  await client.post('/market-types', { identifier: 'mt', name: 'MT', fields: [isin, rating] });
  await client.post('/series', { identifier: 's', name: 'S', kind: 'scalar' });
  const items = ['open', 'close'].map((field_key) => ({ field_key, data_type: 'number' }));
  await client.post('/series', { identifier: 'c', name: 'C', kind: 'composite', fields: items });
}

/**
 * Fills a workspace with `count` records of each resource, and twice as many values, as if they had
 * been there for long: in SQL, so that no job of the application notices. Their identifiers begin
 * with `p`.
 */
export async function fillRecords(database: Database, workspaceId: string, count: number): Promise<void> {
  if (count === 0) return;
  await database.session('fill', async (session) => {
    await session.query('SET enable_nestloop = off'); // these statements are not those of the application
    for (const statement of STATEMENTS)
      await session.query(statement, [workspaceId, count].slice(0, parameters(statement)));
  });
}

/**
 * Types and series by the hundred, as the tables of an instance with many workspaces hold them:
 * more than one page of each.
 */
export async function fillTypes(database: Database, workspaceId: string): Promise<void> {
  for (const table of ['instrument_types', 'market_types']) {
    await database.query(
      `INSERT INTO ${table} (workspace_id, identifier, name) SELECT $1, 'x' || n, 'X' FROM generate_series(1, 500) n`,
      [workspaceId],
    );
  }
  await database.query(
    `INSERT INTO series (workspace_id, identifier, name, kind) SELECT $1, 'x' || n, 'X', 'scalar' FROM generate_series(1, 500) n`,
    [workspaceId],
  );
}

const parameters = (statement: string): number => (statement.includes('$2') ? 2 : 1);

const STATEMENTS: readonly string[] = [
  ...['instrument', 'market'].map(
    (noun) => `INSERT INTO ${noun}s (workspace_id, identifier, name, type_id, field_values)
      SELECT $1, 'p' || lpad(n::text, 6, '0'), 'Name ' || n, t.id, jsonb_build_object('isin', 'P' || n, 'rating', (n % 7)::text)
      FROM generate_series(0, $2::int - 1) n, ${noun}_types t WHERE t.workspace_id = $1 ORDER BY n`,
  ),
  `INSERT INTO market_listings (workspace_id, instrument_id, market_id, local_code, currency, lot_size)
   SELECT $1, i.id, m.id, i.identifier, 'AUD', 1 FROM instruments i
   JOIN markets m ON m.workspace_id = $1 AND m.identifier = 'p00000' || right(i.identifier, 1)
   WHERE i.workspace_id = $1 ORDER BY i.identifier`,
  `INSERT INTO market_listing_suspensions (workspace_id, listing_id, suspended_from, suspended_until, reason)
   SELECT $1, l.id, '2024-01-01Z', '2024-01-02Z', 'Halt' FROM market_listings l WHERE l.workspace_id = $1`,
  `INSERT INTO market_calendars (workspace_id, market_id, date, is_open)
   SELECT $1, m.id, date '2024-01-01' + n, true FROM markets m, generate_series(0, $2::int / ${MARKETS_LISTED} - 1) n
   WHERE m.workspace_id = $1 AND m.identifier < 'p00001'`,
  `INSERT INTO instrument_series (workspace_id, instrument_id, type_id)
   SELECT $1, i.id, s.id FROM instruments i JOIN series s ON s.workspace_id = $1 WHERE i.workspace_id = $1 ORDER BY i.identifier`,
  `INSERT INTO time_series_values (series_id, "timestamp", value)
   SELECT t.id, timestamptz '2024-01-01Z' + n * interval '1 day', n FROM instrument_series t
   JOIN series s ON s.workspace_id = t.workspace_id AND s.id = t.type_id AND s.kind = 'scalar', generate_series(0, 1) n
   WHERE t.workspace_id = $1 ORDER BY t.id, n`,
  `INSERT INTO composite_time_series_values (series_id, "timestamp", items)
   SELECT t.id, timestamptz '2024-01-01Z', '{"open":"1","close":"2"}' FROM instrument_series t
   JOIN series s ON s.workspace_id = t.workspace_id AND s.id = t.type_id AND s.kind = 'composite'
   WHERE t.workspace_id = $1 ORDER BY t.id`,
];
