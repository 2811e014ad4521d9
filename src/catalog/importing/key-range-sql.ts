import { quote } from '../sql/sql-text';
import { inWorkspace, keyColumn, type StageLayout } from './stage-layout';

/** How the rows of a range relate to the records that are there already. */
export type KeyRangeStatistics = {
  /** Rows that are staged in the range. */
  rows: number;
  /**
   * `all_new`: nothing is stored between the first and the last key of any group, so every row creates. `clustered`: hardly
   * more is stored there than the range has rows, so reading it all is cheaper than a look-up for each row. Else
   * `scattered`.
   */
  records: 'all_new' | 'clustered' | 'scattered';
};

/** Records are read by key range when a range has this many rows on average, or when there are few key ranges. */
const MIN_ROWS_PER_KEY_RANGE = 4;
const FEW_KEY_RANGES = 8;

/** True when rows have key ranges: matched by the natural key, of which the parent key is not the last part. */
export const hasKeyRanges = ({ match, resource, key }: StageLayout): boolean =>
  match.by === 'natural' && (resource.parentKey === null || key.length > 1);

/**
 * The TEMP table `key_ranges`: for each group of rows that share all parts of the natural key but the last, the first and
 * the last key. Files are mostly sorted, so a range of rows has few groups, and between their keys either nothing is
 * stored or what the file gives again.
 */
export function createKeyRangesSql(layout: StageLayout): string {
  const typeOf = (name: string): string => {
    const pgType = pgTypeOf(layout, name);
    return pgType === 'text' ? 'text COLLATE "C"' : pgType;
  };
  const { group, last } = partsOf(layout);
  const columns = group.map((name) => `${quote(name)} ${typeOf(name)}, `).join('');
  return `CREATE TEMP TABLE key_ranges (${columns}_first ${typeOf(last)}, _last ${typeOf(last)}, _rows integer NOT NULL)`;
}

/** Fills `key_ranges` for the rows `$1 < _row <= $2`. */
export function fillKeyRangesSql(layout: StageLayout): string {
  const { group, last } = partsOf(layout);
  const groups = group.map((name) => quote(name));
  const pgType = pgTypeOf(layout, last);
  // Of a uuid there is no smallest one before its text; and text ascends as the indexes of records do.
  const asText = pgType === 'text' || pgType === 'uuid';
  const end = (of: 'min' | 'max'): string =>
    asText ? `${of}(${quote(last)}::text COLLATE "C")::${pgType}` : `${of}(${quote(last)})`;
  return `INSERT INTO key_ranges
    SELECT ${[...groups, end('min'), end('max'), 'count(*)'].join(', ')}
    FROM staged WHERE _row > $1 AND _row <= $2 ${groups.length > 0 ? `GROUP BY ${groups.join(', ')}` : ''}`;
}

/** Selects the `KeyRangeStatistics` of `key_ranges` in workspace `$1`; reads at most a few records more than the range has rows. */
export function keyRangeStatisticsSql(layout: StageLayout): string {
  const some = (which: string): string =>
    `EXISTS (SELECT FROM key_ranges n CROSS JOIN LATERAL (SELECT FROM ${recordsOfKeyRange(layout)} ${which} LIMIT 1) r)`;
  return `SELECT coalesce(total.rows, 0)::integer AS rows,
      CASE WHEN total.ranges > ${FEW_KEY_RANGES} AND total.ranges * ${MIN_ROWS_PER_KEY_RANGE} > total.rows THEN 'scattered'
           WHEN NOT ${some('')} THEN 'all_new'
           WHEN ${some('OFFSET (n._rows + n._rows / 4 + 8)')} THEN 'scattered' ELSE 'clustered' END AS records
    FROM (SELECT count(*) AS ranges, sum(_rows) AS rows FROM key_ranges) total`;
}

/**
 * Every record in the key ranges, as `r`, to be joined to the rows; in workspace `$1`. `OFFSET 0` keeps the planner from a
 * look-up for each row.
 */
export const recordsInKeyRanges = (layout: StageLayout): string =>
  `(SELECT r.* FROM key_ranges n CROSS JOIN LATERAL (SELECT r.* FROM ${recordsOfKeyRange(layout)} OFFSET 0) r) r`;

function recordsOfKeyRange(layout: StageLayout): string {
  const { resource } = layout;
  const { group, last } = partsOf(layout);
  const column = (name: string): string => `r.${keyColumn(resource, name)}`;
  const conditions = [
    inWorkspace(resource),
    ...group.map((name) => `${column(name)} = n.${quote(name)}`),
    `${column(last)} >= n._first AND ${column(last)} <= n._last`,
  ];
  return `${quote(resource.table)} r WHERE ${conditions.join(' AND ')}`;
}

const pgTypeOf = ({ columns }: StageLayout, name: string): string =>
  columns.find((column) => column.name === name)?.pgType ?? '';

const partsOf = ({ key }: StageLayout): { group: string[]; last: string } => ({
  group: key.slice(0, -1),
  last: key.at(-1) ?? '',
});
