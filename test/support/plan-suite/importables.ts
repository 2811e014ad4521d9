import { MARKETS_LISTED } from './fill-records';

/** Rows of files of one resource: number `index` of them, in one of several contents. */
export interface Importable {
  readonly resource: string;
  readonly columns: readonly string[];
  /** Rows of the file for each number; the natural keys ascend. */
  readonly rows: (index: number, content: string) => string[];
  /** The column whose values `content` changes. */
  readonly content: string;
}

const name = (letter: string, index: number): string => `${letter}${String(index).padStart(6, '0')}`;
const instrument = (index: number): string => name('a', index);
const market = (index: number): string => name('a', index % MARKETS_LISTED);

const typed = (resource: string, type: string): Importable => ({
  resource,
  columns: ['identifier', 'name', 'type_id', 'isin', 'rating'],
  rows: (index, content) => [`${instrument(index)},${content},${type},X${index},${index % 7}`],
  content: 'name',
});

/** Every resource that is imported, parents first. */
export const IMPORTABLES: readonly Importable[] = [
  typed('instruments', 't'),
  typed('markets', 'mt'),
  {
    resource: 'market_listings',
    columns: ['instrument_id', 'market_id', 'local_code', 'currency', 'lot_size'],
    rows: (index, content) => [`${instrument(index)},${market(index)},${content},AUD,1`],
    content: 'local_code',
  },
  {
    resource: 'market_listing_suspensions',
    columns: ['instrument_id', 'market_id', 'suspended_from', 'suspended_until', 'reason'],
    rows: (index, content) => [`${instrument(index)},${market(index)},2024-01-01,2024-01-02,${content}`],
    content: 'reason',
  },
  {
    resource: 'time_series_values',
    columns: ['instrument_id', 'type_id', 'timestamp', 'value'],
    rows: (index, content) =>
      [1, 2].map((day) => `${instrument(index)},s,2024-01-0${day},${content.length}.${day}`),
    content: 'value',
  },
  {
    resource: 'composite_time_series_values',
    columns: ['instrument_id', 'type_id', 'timestamp', 'open', 'close'],
    rows: (index, content) => [`${instrument(index)},c,2024-01-01,${content.length}.5,2`],
    content: 'open',
  },
];

/** A CSV file of the records `from` ≤ number < `to`. */
export function csvOf({ columns, rows }: Importable, from: number, to: number, content: string): string[] {
  const lines = Array.from({ length: to - from }, (_, at) => rows(from + at, content)).flat();
  return [columns.join(','), ...lines];
}

/** SQL of the ids of `$2` records of workspace `$1`, as `id`. */
export const idsSql = (resource: string): string =>
  resource.endsWith('values')
    ? `SELECT almagest_point_id(series_id, timestamp) AS id FROM ${resource}
       WHERE series_id IN (SELECT id FROM instrument_series WHERE workspace_id = $1) LIMIT $2`
    : `SELECT id FROM ${resource} WHERE workspace_id = $1 ORDER BY id LIMIT $2`;
