import type { ImportHarness } from './import-harness';

/**
 * Fills a workspace as a user's would be after years: 1,000 instruments with 1,000 daily values
 * each, 100 others with 200, 10 with bars, and another workspace with values of its own. Made in
 * SQL, for it is a million rows.
 */
export async function fillWithPoints(harness: ImportHarness): Promise<void> {
  const { database, workspaceId } = harness;
  const other = await harness.addWorkspace('other');
  for (const series of ['close', 'volume']) await harness.addSeries(series);
  await harness.addSeries('bar', 'open!', 'high!', 'low!', 'close!');
  const run = (text: string, params: readonly string[]): Promise<object[]> => database.query(text, params);
  await run(
    `INSERT INTO series (workspace_id, identifier, name, kind) VALUES ($1, 'close', 'Close', 'scalar')`,
    [other],
  );
  await run(
    `INSERT INTO instrument_types (workspace_id, identifier, name)
     SELECT id, 'equity', 'Equity' FROM workspaces WHERE id = ANY (ARRAY[$1, $2]::uuid[])`,
    [workspaceId, other],
  );
  await run(
    `INSERT INTO instruments (workspace_id, identifier, name, type_id)
     SELECT t.workspace_id, format('i%s', lpad(n::text, 4, '0')), 'Instrument', t.id
     FROM instrument_types t, generate_series(1, 1110) n`,
    [],
  );
  await run(
    `INSERT INTO instrument_series (workspace_id, instrument_id, type_id)
     SELECT i.workspace_id, i.id, s.id FROM instruments i JOIN series s ON s.workspace_id = i.workspace_id
     WHERE (i.workspace_id = $2 AND i.identifier <= 'i0050')
        OR (i.workspace_id = $1 AND ((s.identifier = 'close' AND i.identifier <= 'i1000')
            OR (s.identifier = 'volume' AND i.identifier > 'i1000' AND i.identifier <= 'i1100')
            OR (s.identifier = 'bar' AND i.identifier > 'i1090')))
     ORDER BY i.identifier DESC`,
    [workspaceId, other],
  );
  await run(
    `INSERT INTO time_series_values (series_id, "timestamp", value)
     SELECT t.id, timestamptz '2020-01-01Z' + n * interval '1 day', n
     FROM instrument_series t JOIN series s ON s.workspace_id = t.workspace_id AND s.id = t.type_id,
          generate_series(0, CASE s.identifier WHEN 'close' THEN 999 ELSE 199 END) n
     WHERE s.kind = 'scalar'`,
    [],
  );
  await run(
    `INSERT INTO composite_time_series_values (series_id, "timestamp", items)
     SELECT t.id, timestamptz '2000-01-01Z' + n * interval '1 day', '{"open":"1.10","high":"2","low":"1","close":"1.50"}'
     FROM instrument_series t JOIN series s ON s.workspace_id = t.workspace_id AND s.id = t.type_id,
          generate_series(0, 4999) n
     WHERE s.kind = 'composite'`,
    [],
  );
  await run('ANALYZE', []);
}
