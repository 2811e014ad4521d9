import { VERDICTS, type JudgeWay } from '../../catalog/importing/judge-sql';
import type { Sql } from '../../database/sql';
import type { Counts } from './counts';
import { RANGE_ERRORS_SQL, type RowRange } from './row-range';

/** `fresh`: nothing was judged, for every row without an error creates. */
export type RangeWay = JudgeWay | 'fresh';

interface Found extends Counts {
  /** Rows that were staged and have an error since. */
  refused: number;
}

/** Counts what the rows of a judged range do; `rows` of it were staged. What is unchanged need not stand in `judged`. */
export async function countRange(
  tx: Sql,
  { from, to }: RowRange,
  way: RangeWay,
  rows: number,
): Promise<Counts> {
  const [found] = await tx.query<Record<keyof Found, number>>(
    `SELECT rows.created, rows.updated, rows.unchanged, refused.failed, refused.refused, refused.errors
     FROM (SELECT count(*) FILTER (WHERE _verdict = '${VERDICTS.create}')::integer AS created,
                  count(*) FILTER (WHERE _verdict = '${VERDICTS.update}')::integer AS updated,
                  count(*) FILTER (WHERE _verdict = '${VERDICTS.unchanged}')::integer AS unchanged
           FROM judged) rows,
          (SELECT count(DISTINCT row)::integer AS failed, count(DISTINCT row) FILTER (WHERE phase = 1)::integer AS refused,
                  count(*)::integer AS errors
           FROM (${RANGE_ERRORS_SQL}) errors) refused`,
    [from, to],
  );
  if (!found) throw new Error('A count answered nothing.');
  const { refused, ...counts } = found;
  const good = rows - refused;
  if (way === 'all') return counts;
  if (way === 'fresh') return { ...counts, created: good };
  return { ...counts, unchanged: good - counts.created - counts.updated };
}
