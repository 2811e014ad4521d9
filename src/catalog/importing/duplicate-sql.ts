import { quote } from '../sql/sql-text';
import { lookUp } from '../sql/join-record-sql';
import { CLASSIFY_ERROR } from './classify-error';
import type { StageLayout } from './stage-layout';

/** A staged row as messages name it: the row of the file, and under `unpivot` its column. */
export const shownRow = ({ unpivoted }: StageLayout, row: string): string =>
  unpivoted === null
    ? row
    : `(SELECT format('%s (column %s)', s._file_row, s._file_column) FROM staged s WHERE s._row = ${row})`;

/** The columns of `staged` by which two rows name the same record: one list for each set of keys. */
export function keySets({ key, match }: StageLayout): string[][] {
  const natural = key.map(quote);
  return match.by === 'natural' ? [natural] : [['_match'], natural];
}

/** Rows of the file that share `key` with another one, as `s`. */
function repeatedSql(key: readonly string[]): string {
  const known = key.map((name) => `${name} IS NOT NULL`).join(' AND ');
  return `staged s JOIN (SELECT ${key.join(', ')} FROM staged WHERE ${known} GROUP BY ${key.join(', ')} HAVING count(*) > 1) same
      USING (${key.join(', ')})`;
}

/**
 * Removes rows that another row of the file replaces, before anything is classified. `last`: all but the last of
 * the rows that find the same record. `identical`: those that give the same as an earlier row that finds the same record.
 */
export function removeDuplicatesSql(layout: StageLayout, which: 'identical' | 'last'): string {
  const [key = []] = keySets(layout);
  const found = key.map((name) => `s.${name}`).join(', ');
  const superfluous =
    which === 'last'
      ? `s._row < max(s._row) OVER (PARTITION BY ${found})`
      : `row_number() OVER (PARTITION BY ${found}, ${contentOf(layout)} ORDER BY s._row) > 1`;
  return `DELETE FROM staged WHERE ctid IN (
    SELECT ctid FROM (SELECT s.ctid, ${superfluous} AS is_superfluous FROM ${repeatedSql(key)}) repeated
    WHERE is_superfluous)`;
}

/** All that a row gives, as a text: `1.1` is not `1.10`, and JSON documents are compared as they are stored. */
const contentOf = ({ columns }: StageLayout): string =>
  `ROW(${columns.flatMap(({ name }) => (PLACE.includes(name) ? [] : [`s.${quote(name)}`])).join(', ')})::text`;

/** The columns that say where in the file a row is. */
const PLACE: readonly string[] = ['_row', '_line', '_file_row', '_file_column'];

/**
 * Collects into `duplicate_rows` the rows that share a key with another one, over the whole file: `grp` numbers the keys of
 * a set. The valid row of a group is the first without an error of its own; it is determined range by range and stored in
 * `first_valid_rows`.
 */
export function createDuplicatesSql(layout: StageLayout): string[] {
  const sets = keySets(layout).map((key, set) => {
    const columns = key.map((name) => `s.${name}`).join(', ');
    return `SELECT ${set}::integer AS set, s._row AS row, (dense_rank() OVER (ORDER BY ${columns}))::integer AS grp
      FROM ${repeatedSql(key)}`;
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

/** The rows of `planned_rows` that are not the valid one of their group, `t`, in set `$1`; `first` is that one. */
const LATER_ROWS = `planned_rows j CROSS JOIN ${DUPLICATE_OF_ROW}
  CROSS JOIN ${lookUp('SELECT * FROM first_valid_rows WHERE first_valid_rows.set = t.set AND first_valid_rows.grp = t.grp', 'first')}
  WHERE first.row <> t.row`;

/** A template: the number of the valid row, and the label of the key. */
export const DUPLICATE_MESSAGE = 'Row %s of this file has the same %s already; keep one of the two.';

/** For set `$1`: every other row of a group is a duplicate, and its error names the valid row. `$2`: the key's label. */
export const rejectDuplicatesSql = (layout: StageLayout): string => `${CLASSIFY_ERROR}
  SELECT j._row, j._line, NULL, 'duplicate_row',
         format('${DUPLICATE_MESSAGE}', ${shownRow(layout, 'first.row')}, $2::text), NULL
  FROM ${LATER_ROWS} ORDER BY j._row`;

/** For set `$1`: every other row of a group is skipped. */
export const SKIP_DUPLICATES_SQL = `DELETE FROM planned_rows USING (SELECT j._row AS row FROM ${LATER_ROWS}) later
  WHERE later.row = planned_rows._row`;

/** The row that is valid in place of row `$2`, with the number of the set of keys, if an earlier one is. */
export const VALID_ROW_SQL = `SELECT t.set, first.row FROM duplicate_rows t
  JOIN first_valid_rows first ON first.set = t.set AND first.grp = t.grp
  WHERE t.row = $2 AND $1::uuid IS NOT NULL ORDER BY t.set LIMIT 1`;

/** Records row `$2` as the valid one of its groups. */
export const KEEP_ROW_SQL = `INSERT INTO first_valid_rows (set, grp, row)
  SELECT t.set, t.grp, t.row FROM duplicate_rows t WHERE t.row = $2 ON CONFLICT (set, grp) DO NOTHING`;
