import { quote } from '../sql/sql-text';
import { identityOf } from './record-identity';
import { createKeyRangesSql, hasKeyRanges } from './key-range-sql';
import type { StageLayout } from './stage-layout';

const ERROR_TABLE = `(
  nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL, line integer, col text, code text NOT NULL,
  message text NOT NULL, value text)`;

/** The TEMP tables that are filled anew for each range of rows; `spans` is not always there. */
export const CLASSIFY_TABLES: readonly string[] = ['planned_rows', 'classify_errors', 'key_ranges'];

/**
 * The TEMP tables of one attempt: `staged` (rows of the file), `judged` (the rows of one range with their verdicts),
 * `spans` (how far the keys of that range reach), `read_errors` and `classify_errors` (row errors of the two phases). They die with the connection.
 */
export function createStageSql(layout: StageLayout): string[] {
  const columns = layout.columns.map(({ name, pgType }) => `${quote(name)} ${pgType}`).join(', ');
  const identity = identityOf(layout.resource)
    .map(({ remembered, pgType }) => `${quote(remembered)} ${pgType}`)
    .join(', ');
  return [
    `DROP TABLE IF EXISTS pg_temp.staged, pg_temp.planned_rows, pg_temp.key_ranges, pg_temp.read_errors, pg_temp.classify_errors, pg_temp.duplicate_rows, pg_temp.first_valid_rows, pg_temp.found, pg_temp.new_parents`,
    `CREATE TEMP TABLE staged (${columns})`,
    `CREATE TEMP TABLE planned_rows (${columns}, ${identity}, _action "char" NOT NULL)`,
    ...(layout.resource.period ? ['CREATE INDEX planned_rows_row ON planned_rows (_row)'] : []), // they may take effect one by one
    ...(hasKeyRanges(layout) ? [createKeyRangesSql(layout)] : []),
    `CREATE TEMP TABLE read_errors ${ERROR_TABLE}`,
    `CREATE TEMP TABLE classify_errors ${ERROR_TABLE}`,
  ];
}

/** Once all rows are staged: ranges of rows are found without reading the whole, and plans know what they deal with. */
export const INDEX_STAGE_SQL: readonly string[] = [
  `CREATE INDEX staged_row ON staged USING brin (_row) WITH (pages_per_range = 16)`,
  `CREATE INDEX read_errors_row ON read_errors (row)`,
  `ANALYZE staged`,
  `ANALYZE read_errors`,
];
