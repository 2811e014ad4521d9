import { BAR_FIELDS } from '../data/bars';
import { RICH_FIELDS } from '../data/instruments';
import { CSV, type Step } from './step';

/** A careful hand-written import: COPY into an unlogged table of texts, then one upsert. */
function loadByHand(file: string, columns: readonly string[], upsert: string): Step[] {
  const texts = columns.map((name) => `"${name}" text`).join(', ');
  return [
    { sql: `CREATE UNLOGGED TABLE loaded (${texts})` },
    { copy: 'loaded', from: file, options: CSV },
    { sql: upsert },
    { sql: 'DROP TABLE loaded' },
  ];
}

const KEY = ['instrument_id', 'type_id', 'timestamp'];

/** Points with these numeric columns, references resolved by joins. */
function loadPoints(table: string, file: string, columns: readonly string[], condition = ''): Step[] {
  const update = columns.map((name) => `${name} = EXCLUDED.${name}`).join(', ');
  return loadByHand(
    file,
    [...KEY, ...columns],
    `INSERT INTO ${table} (instrument_id, type_id, "timestamp", ${columns.join(', ')})
     SELECT i.id, s.id, l."timestamp"::timestamptz, ${columns.map((name) => `l.${name}::numeric`).join(', ')}
     FROM loaded l JOIN instruments i ON i.identifier = l.instrument_id JOIN series s ON s.identifier = l.type_id
     ON CONFLICT (instrument_id, type_id, "timestamp") DO UPDATE SET ${update} ${condition}`,
  );
}

export const loadValues = (file: string): Step[] => loadPoints('point_values', file, ['value']);

/** The same without updates of equal values. */
export const loadChangedValues = (file: string): Step[] =>
  loadPoints('point_values', file, ['value'], 'WHERE point_values.value IS DISTINCT FROM EXCLUDED.value');

export const loadBars = (file: string): Step[] => loadPoints('bars', file, BAR_FIELDS);

export function loadInstruments(file: string): Step[] {
  const keys = RICH_FIELDS.map(({ field_key }) => field_key);
  const pairs = keys.map((key) => `'${key}', l.${key}`).join(', ');
  return loadByHand(
    file,
    ['identifier', 'name', 'type_id', ...keys],
    `INSERT INTO rich_instruments (identifier, name, type_id, field_values)
     SELECT l.identifier, l.name, t.id, jsonb_build_object(${pairs})
     FROM loaded l JOIN instrument_types t ON t.identifier = l.type_id
     ON CONFLICT (identifier) DO UPDATE
       SET name = EXCLUDED.name, type_id = EXCLUDED.type_id, field_values = EXCLUDED.field_values`,
  );
}
