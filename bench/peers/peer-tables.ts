import { BAR_FIELDS, BAR_SERIES } from '../data/bars';
import { RICH_TYPE } from '../data/instruments';
import { INSTRUMENTS, instrumentName } from '../data/names';
import { VALUE_SERIES } from '../data/values';
import type { BenchDatabase } from '../server/bench-database';

/** Keys and references of a table of points, as they are written by hand. */
const POINT_KEY = `
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  instrument_id uuid NOT NULL REFERENCES instruments (id),
  type_id       uuid NOT NULL REFERENCES series (id),
  "timestamp"   timestamptz NOT NULL`;

const BAR_COLUMNS = BAR_FIELDS.map((name) => `${name} numeric NOT NULL`).join(', ');

const TABLES = [
  `CREATE TABLE series (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), identifier text NOT NULL UNIQUE)`,
  `CREATE TABLE instrument_types (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), identifier text NOT NULL UNIQUE)`,
  `CREATE TABLE instruments (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), identifier text NOT NULL UNIQUE)`,
  `CREATE TABLE point_values (${POINT_KEY}, value numeric NOT NULL, UNIQUE (instrument_id, type_id, "timestamp"))`,
  `CREATE TABLE bars (${POINT_KEY}, ${BAR_COLUMNS}, UNIQUE (instrument_id, type_id, "timestamp"))`,
  `CREATE TABLE rich_instruments (
     id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     identifier   text NOT NULL UNIQUE,
     name         text NOT NULL,
     type_id      uuid NOT NULL REFERENCES instrument_types (id),
     field_values jsonb NOT NULL)`,
  `CREATE TABLE narrow_points (
     series_id   bigint NOT NULL,
     "timestamp" timestamptz NOT NULL,
     value       numeric NOT NULL,
     PRIMARY KEY (series_id, "timestamp"))`,
];

/** Creates the tables of all peers and the rows to which their rows refer. */
export async function createPeerTables(database: BenchDatabase): Promise<void> {
  for (const table of TABLES) await database.query(table);
  await database.query(`INSERT INTO series (identifier) VALUES ($1), ($2)`, [VALUE_SERIES, BAR_SERIES]);
  await database.query(`INSERT INTO instrument_types (identifier) VALUES ($1)`, [RICH_TYPE]);
  const names = Array.from({ length: INSTRUMENTS }, (_, index) => instrumentName(index + 1));
  await database.query(`INSERT INTO instruments (identifier) SELECT unnest($1::text[])`, [names]);
  await database.query('VACUUM ANALYZE series, instrument_types, instruments');
}
