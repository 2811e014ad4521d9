import { PLANNED_ACTIONS, type ClassifyStrategy } from '../../catalog/importing/classify-sql';
import type { Sql } from '../../database/sql';
import type { Counts } from './counts';
import { RANGE_ERRORS_SQL, type RowRange } from './row-range';

/** `fresh`: nothing was judged, for every row without an error creates. */
export type RangeStrategy = ClassifyStrategy | 'all_new';

interface Found extends Counts {
  /** Rows that were staged and have an error since. */
  refused: number;
}

/** Counts what the rows of a judged range do; `rows` of it were staged. What is unchanged need not stand in `judged`. */
export async function countRange(
  tx: Sql,
  { from, to }: RowRange,
  way: RangeStrategy,
  rows: number,
): Promise<Counts> {
  const [found] = await tx.query<Record<keyof Found, number>>(
    `SELECT rows.created, rows.updated, rows.unchanged, refused.failed, refused.refused, refused.errors
     FROM (SELECT count(*) FILTER (WHERE _action = '${PLANNED_ACTIONS.create}')::integer AS created,
                  count(*) FILTER (WHERE _action = '${PLANNED_ACTIONS.update}')::integer AS updated,
                  count(*) FILTER (WHERE _action = '${PLANNED_ACTIONS.unchanged}')::integer AS unchanged
           FROM planned_rows) rows,
          (SELECT count(DISTINCT row)::integer AS failed, count(DISTINCT row) FILTER (WHERE phase = 1)::integer AS refused,
                  count(*)::integer AS errors
           FROM (${RANGE_ERRORS_SQL}) errors) refused`,
    [from, to],
  );
  if (!found) throw new Error('A count answered nothing.');
  const { refused, ...counts } = found;
  const good = rows - refused;
  if (way === 'all') return counts;
  if (way === 'all_new') return { ...counts, created: good };
  return { ...counts, unchanged: good - counts.created - counts.updated };
}
