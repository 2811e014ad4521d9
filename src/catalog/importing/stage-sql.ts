import { isInWorkspace, quote } from '../sql/sql-text';
import { identityOf } from './record-identity';
import { createKeyRangesSql, hasKeyRanges } from './key-range-sql';
import { RESTORES, type StageLayout } from './stage-layout';
import { createAppliedSql } from './period-sql';
import type { ResourceDescription } from '../resource';
import { columnOf, customOf, fromRecords } from '../sql/record-source';
import { lookUp } from '../sql/join-record-sql';

const ERROR_TABLE = `(
  nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL, line integer, col text, code text NOT NULL,
  message text NOT NULL, value text, file_row integer)`;

/** The TEMP tables that are filled anew for each range of rows; `key_ranges` may not exist. */
export const CLASSIFY_TABLES: readonly string[] = ['planned_rows', 'classify_errors', 'key_ranges'];

/**
 * The TEMP tables of one attempt: `staged` (rows of the file), `planned_rows` (the rows of one range with their planned
 * actions), `key_ranges` (the key ranges of these rows), `read_errors` and `classify_errors` (row errors of the two phases).
 * They end with the connection.
 */
export function createStageSql(layout: StageLayout): string[] {
  const columns = layout.columns.map(({ name, pgType }) => `${quote(name)} ${pgType}`).join(', ');
  const identity = identityOf(layout.resource)
    .map(({ remembered, pgType }) => `${quote(remembered)} ${pgType}`)
    .join(', ');
  return [
    `DROP TABLE IF EXISTS pg_temp.staged, pg_temp.planned_rows, pg_temp.key_ranges, pg_temp.read_errors, pg_temp.classify_errors, pg_temp.duplicate_rows, pg_temp.first_valid_rows, pg_temp.found, pg_temp.new_parents, pg_temp.applied_rows`,
    `CREATE TEMP TABLE staged (${columns})`,
    `CREATE TEMP TABLE planned_rows (${columns}, ${identity}, ${RESTORES} boolean, _action "char" NOT NULL)`,
    // Periods may be applied one by one.
    ...(layout.resource.period
      ? ['CREATE INDEX planned_rows_row ON planned_rows (_row)', ...createAppliedSql(layout)]
      : []),
    ...(hasKeyRanges(layout) ? [createKeyRangesSql(layout)] : []),
    `CREATE TEMP TABLE read_errors ${ERROR_TABLE}`,
    `CREATE TEMP TABLE classify_errors ${ERROR_TABLE}`,
  ];
}

/** Once all rows are staged: an index by which ranges of rows are found, and statistics for the planner. */
export const INDEX_STAGE_SQL: readonly string[] = [
  `CREATE INDEX staged_row ON staged USING brin (_row) WITH (pages_per_range = 16)`,
  `CREATE INDEX read_errors_row ON read_errors (row)`,
  `ANALYZE staged`,
  `ANALYZE read_errors`,
];

/** The record that the value of the row under `alias` finds, as `f`. */
export const foundOfRow = (alias: string): string =>
  lookUp(`SELECT * FROM found WHERE found.value = ${alias}._match`, 'f');

/**
 * Finds once for the whole file which record of workspace `$1` has which value of the custom field by which rows are
 * matched: one pass over the records, whatever the number of rows. `records` counts those that share a value.
 */
export function findByCustomSql(resource: ResourceDescription, key: string): string[] {
  return [
    `CREATE TEMP TABLE found (value text COLLATE "C" PRIMARY KEY, id uuid NOT NULL, records integer NOT NULL)`,
    `INSERT INTO found (value, id, records)
     SELECT wanted.value, (array_agg(${columnOf(resource, 'id')}))[1], count(*)::integer
     FROM (SELECT DISTINCT _match AS value FROM staged) wanted
     JOIN ${fromRecords(resource)} ON ${customOf(resource, key)} = wanted.value
     WHERE ${isInWorkspace(columnOf(resource, 'workspace_id'), '$1')} GROUP BY wanted.value`,
  ];
}
