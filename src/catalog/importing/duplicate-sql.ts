import { quote } from '../sql/sql-text';
import { lookUp } from '../sql/join-record-sql';
import { CLASSIFY_ERROR } from './classify-error';
import type { StageLayout } from './stage-layout';

/** A staged row as messages name it: the row of the file, and under `unpivot` its column. */
const shownRow = ({ unpivoted }: StageLayout, row: string): string =>
  unpivoted === null
    ? row
    : `(SELECT format('%s (column %s)', s._file_row, s._file_column) FROM staged s WHERE s._row = ${row})`;

/** The columns of `staged` by which two rows name the same record: one list for each set of keys. */
export function keySets({ key, match }: StageLayout): string[][] {
  const natural = key.map(quote);
  return match.by === 'natural' ? [natural] : [['_match'], natural];
}

/**
 * Collects into `duplicate_rows` the rows that share a key with another one, over the whole file: `grp` numbers the keys of
 * a set. The valid row of a group is the first without an error of its own; it is determined range by range and stored in
 * `first_valid_rows`.
 */
export function createDuplicatesSql(layout: StageLayout): string[] {
  const sets = keySets(layout).map((key, set) => {
    const columns = key.map((name) => `s.${name}`).join(', ');
    const known = key.map((name) => `${name} IS NOT NULL`).join(' AND ');
    return `SELECT ${set}::integer AS set, s._row AS row, (dense_rank() OVER (ORDER BY ${columns}))::integer AS grp
      FROM staged s JOIN (SELECT ${key.join(', ')} FROM staged WHERE ${known} GROUP BY ${key.join(', ')} HAVING count(*) > 1) same
      USING (${key.join(', ')})`;
  });
  return [
    `CREATE TEMP TABLE duplicate_rows AS ${sets.join(' UNION ALL ')}`,
    `CREATE INDEX duplicate_rows_row ON duplicate_rows (row, set)`,
    `ANALYZE duplicate_rows`,
    `CREATE TEMP TABLE first_valid_rows (set integer, grp integer, row integer NOT NULL, PRIMARY KEY (set, grp))`,
  ];
}

/** After a take-over: of the rows up to the checkpoint `$2` of job `$1`, the first without an error is valid. */
export const RESUME_DUPLICATES_SQL = `INSERT INTO first_valid_rows (set, grp, row)
  SELECT t.set, t.grp, min(t.row) FROM duplicate_rows t
  WHERE t.row <= $2 AND NOT EXISTS (SELECT FROM import_row_errors e WHERE e.job_id = $1 AND coalesce(e.staged_row, e.row) = t.row)
  GROUP BY t.set, t.grp`;

/** The group of the row `j` in set `$1`, if it has one: one look-up for each row. */
const DUPLICATE_OF_ROW = lookUp(
  'SELECT * FROM duplicate_rows WHERE duplicate_rows.row = j._row AND duplicate_rows.set = $1',
  't',
);

/** For set `$1`: the first row of each group in `planned_rows` is valid unless an earlier row is. */
export const KEEP_FIRST_OF_DUPLICATES_SQL = `INSERT INTO first_valid_rows (set, grp, row)
  SELECT t.set, t.grp, min(t.row) FROM planned_rows j CROSS JOIN ${DUPLICATE_OF_ROW}
  GROUP BY t.set, t.grp ON CONFLICT (set, grp) DO NOTHING`;

/** For set `$1`: every other row of a group is a duplicate, and its error names the valid row. `$2`: the key's label. */
export const rejectDuplicatesSql = (layout: StageLayout): string => `${CLASSIFY_ERROR}
  SELECT j._row, j._line, NULL, 'duplicate_row',
         format('Row %s of this file has the same %s already; keep one of the two.', ${shownRow(layout, 'first.row')}, $2::text), NULL
  FROM planned_rows j CROSS JOIN ${DUPLICATE_OF_ROW}
  CROSS JOIN ${lookUp('SELECT * FROM first_valid_rows WHERE first_valid_rows.set = t.set AND first_valid_rows.grp = t.grp', 'first')}
  WHERE first.row <> t.row ORDER BY j._row`;
