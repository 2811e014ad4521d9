import { quote } from '../sql/identifiers';
import { identityOf } from './record-identity';
import { createSpansSql, hasSpans } from './span-sql';
import type { StageLayout } from './stage-layout';

const ERROR_TABLE = `(
  nr integer GENERATED ALWAYS AS IDENTITY, row integer NOT NULL, line integer, col text, code text NOT NULL,
  message text NOT NULL, value text)`;

/** The TEMP tables that are filled anew for each range of rows; `spans` is not always there. */
export const JUDGE_TABLES: readonly string[] = ['judged', 'judge_errors', 'spans'];

/**
 * The TEMP tables of one attempt: `staged` (rows of the file), `judged` (the rows of one range with their verdicts),
 * `spans` (how far the keys of that range reach), `read_errors` and `judge_errors` (row errors of the two phases). They die with the connection.
 */
export function createStageSql(layout: StageLayout): string[] {
  const columns = layout.columns.map(({ name, pgType }) => `${quote(name)} ${pgType}`).join(', ');
  const identity = identityOf(layout.resource)
    .map(({ remembered, pgType }) => `${quote(remembered)} ${pgType}`)
    .join(', ');
  return [
    `DROP TABLE IF EXISTS pg_temp.staged, pg_temp.judged, pg_temp.spans, pg_temp.read_errors, pg_temp.judge_errors, pg_temp.twins, pg_temp.standing, pg_temp.found, pg_temp.new_through`,
    `CREATE TEMP TABLE staged (${columns})`,
    `CREATE TEMP TABLE judged (${columns}, ${identity}, _verdict "char" NOT NULL)`,
    ...(layout.resource.period ? ['CREATE INDEX judged_row ON judged (_row)'] : []), // they may take effect one by one
    ...(hasSpans(layout) ? [createSpansSql(layout)] : []),
    `CREATE TEMP TABLE read_errors ${ERROR_TABLE}`,
    `CREATE TEMP TABLE judge_errors ${ERROR_TABLE}`,
  ];
}

/** Once all rows are staged: ranges of rows are found without reading the whole, and plans know what they deal with. */
export const INDEX_STAGE_SQL: readonly string[] = [
  `CREATE INDEX staged_row ON staged USING brin (_row) WITH (pages_per_range = 16)`,
  `CREATE INDEX read_errors_row ON read_errors (row)`,
  `ANALYZE staged`,
  `ANALYZE read_errors`,
];
