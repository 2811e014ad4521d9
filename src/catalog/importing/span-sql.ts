import { quote } from '../sql/identifiers';
import { inWorkspace, keyColumn } from './key-column';
import type { StageLayout } from './stage-layout';

/** How the rows of a range relate to the records that are there already. */
export type RangeSurvey = {
  /** Rows that are staged in the range. */
  rows: number;
  /**
   * `free`: nothing is stored between the first and the last key of any group, so every row creates. `dense`: hardly more
   * is stored there than the range has rows, so reading it all is cheaper than looking each row up. Else `scattered`.
   */
  records: 'free' | 'dense' | 'scattered';
};

/** So many rows a span, on average, make its records worth reading as a whole; a few spans are always worth a look. */
const ROWS_A_SPAN = 4;
const FEW_SPANS = 8;

/** True when the rows of a range have spans: matched by the natural key, of which `through` is not the last part. */
export const hasSpans = ({ match, resource, key }: StageLayout): boolean =>
  match.by === 'natural' && (resource.through === null || key.length > 1);

/**
 * The TEMP table `spans`: for each group of rows in a range that share all parts of the natural key but the last, how far
 * its keys reach. Files are mostly sorted, so a range has few groups, and what they reach over holds either nothing or
 * what the file brings again.
 */
export function createSpansSql(layout: StageLayout): string {
  const typeOf = (name: string): string => {
    const pgType = pgTypeOf(layout, name);
    return pgType === 'text' ? 'text COLLATE "C"' : pgType;
  };
  const { group, last } = partsOf(layout);
  const columns = group.map((name) => `${quote(name)} ${typeOf(name)}, `).join('');
  return `CREATE TEMP TABLE spans (${columns}_first ${typeOf(last)}, _last ${typeOf(last)}, _rows integer NOT NULL)`;
}

/** Fills `spans` for the rows `$1 < _row <= $2`. */
export function fillSpansSql(layout: StageLayout): string {
  const { group, last } = partsOf(layout);
  const groups = group.map((name) => quote(name));
  const pgType = pgTypeOf(layout, last);
  // Of a uuid there is no smallest one before its text; and text ascends as the indexes of records do.
  const asText = pgType === 'text' || pgType === 'uuid';
  const end = (of: 'min' | 'max'): string =>
    asText ? `${of}(${quote(last)}::text COLLATE "C")::${pgType}` : `${of}(${quote(last)})`;
  return `INSERT INTO spans
    SELECT ${[...groups, end('min'), end('max'), 'count(*)'].join(', ')}
    FROM staged WHERE _row > $1 AND _row <= $2 ${groups.length > 0 ? `GROUP BY ${groups.join(', ')}` : ''}`;
}

/** Answers a `RangeSurvey` of `spans` in workspace `$1`; reads at most a few records more than the range has rows. */
export function surveySpansSql(layout: StageLayout): string {
  const some = (which: string): string =>
    `EXISTS (SELECT FROM spans n CROSS JOIN LATERAL (SELECT FROM ${recordsOfSpan(layout)} ${which} LIMIT 1) r)`;
  return `SELECT coalesce(total.rows, 0)::integer AS rows,
      CASE WHEN total.spans > ${FEW_SPANS} AND total.spans * ${ROWS_A_SPAN} > total.rows THEN 'scattered'
           WHEN NOT ${some('')} THEN 'free'
           WHEN ${some('OFFSET (n._rows + n._rows / 4 + 8)')} THEN 'scattered' ELSE 'dense' END AS records
    FROM (SELECT count(*) AS spans, sum(_rows) AS rows FROM spans) total`;
}

/**
 * Every record in the spans, as `r`, to be joined to the rows; in workspace `$1`. `OFFSET 0` keeps
 * the planner from looking up each row after all.
 */
export const recordsInSpans = (layout: StageLayout): string =>
  `(SELECT r.* FROM spans n CROSS JOIN LATERAL (SELECT r.* FROM ${recordsOfSpan(layout)} OFFSET 0) r) r`;

function recordsOfSpan(layout: StageLayout): string {
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
