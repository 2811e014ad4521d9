import { PLAIN_TYPE } from '../data/instruments';
import { VALUE_SERIES } from '../data/values';
import type { BenchDatabase } from '../server/bench-database';

/** Creates instruments with one series each, to which no file of the benchmark refers. */
export async function fillSeries(database: BenchDatabase, series: number): Promise<void> {
  await database.query(
    `INSERT INTO instruments (workspace_id, identifier, name, type_id)
     SELECT t.workspace_id, 'STORED' || lpad(n::text, 7, '0'), 'Stored', t.id
     FROM instrument_types t, generate_series(1, $2::integer) n WHERE t.identifier = $1`,
    [PLAIN_TYPE, series],
  );
  await database.query(
    `INSERT INTO instrument_series (workspace_id, instrument_id, type_id)
     SELECT i.workspace_id, i.id, s.id FROM instruments i JOIN series s ON s.workspace_id = i.workspace_id
     WHERE i.identifier LIKE 'STORED%' AND s.identifier = $1 ORDER BY i.identifier`,
    [VALUE_SERIES],
  );
}

/** Creates the values of those series for the days after `from` up to `to`. */
export async function fillPoints(database: BenchDatabase, from: number, to: number): Promise<void> {
  await database.query(
    `INSERT INTO time_series_values (series_id, "timestamp", value)
     SELECT x.id, timestamptz '1990-01-01 16:30Z' + day * interval '1 day', (10 + (x.id * 7919 + day * 104729) % 1000000 / 1000.0)::numeric
     FROM generate_series($1::integer + 1, $2::integer) day, instrument_series x
     JOIN instruments i ON i.workspace_id = x.workspace_id AND i.id = x.instrument_id
     WHERE i.identifier LIKE 'STORED%' ORDER BY x.id, day`,
    [from, to],
  );
  await database.query('VACUUM ANALYZE time_series_values, instrument_series, instruments');
}
