import type { BenchDatabase } from '../server/bench-database';

const OWN = `(SELECT id FROM workspaces WHERE slug = 'default')`;

/** Takes all points of the measured workspace away, and what stands for their series: a trigger removes the points of a series. */
export async function removeOwnPoints(database: BenchDatabase): Promise<void> {
  await database.query(`DELETE FROM instrument_series WHERE workspace_id = ${OWN}`);
  await database.query('VACUUM ANALYZE time_series_values, composite_time_series_values, instrument_series');
}

/** Takes the instruments of one type of the measured workspace away. */
export async function removeOwnInstruments(database: BenchDatabase, type: string): Promise<void> {
  await database.query(
    `DELETE FROM instruments USING instrument_types t
     WHERE instruments.workspace_id = ${OWN} AND t.workspace_id = ${OWN} AND instruments.type_id = t.id
       AND t.identifier = $1`,
    [type],
  );
  await database.query('VACUUM ANALYZE instruments');
}

const REFERENCE_TABLES = ['market_listing_suspensions', 'market_calendars', 'market_listings', 'markets'];

/** Takes markets, listings, suspensions and calendars of the measured workspace away. */
export async function removeOwnReferenceData(database: BenchDatabase): Promise<void> {
  for (const table of REFERENCE_TABLES)
    await database.query(`DELETE FROM ${table} WHERE workspace_id = ${OWN}`);
  await database.query(`VACUUM ANALYZE ${REFERENCE_TABLES.join(', ')}`);
}
