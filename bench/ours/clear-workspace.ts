import type { BenchDatabase } from '../server/bench-database';

const OWN = `(SELECT id FROM workspaces WHERE slug = 'default')`;

/** Removes all series rows of the measured workspace; a trigger removes their points. */
export async function removeOwnPoints(database: BenchDatabase): Promise<void> {
  await database.query(`DELETE FROM instrument_series WHERE workspace_id = ${OWN}`);
  await database.query('VACUUM ANALYZE time_series_values, composite_time_series_values, instrument_series');
}

/** Removes the instruments of one type from the measured workspace. */
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

/** Removes markets, listings, suspensions and calendars from the measured workspace. */
export async function removeOwnReferenceData(database: BenchDatabase): Promise<void> {
  for (const table of REFERENCE_TABLES)
    await database.query(`DELETE FROM ${table} WHERE workspace_id = ${OWN}`);
  await database.query(`VACUUM ANALYZE ${REFERENCE_TABLES.join(', ')}`);
}
