import type { StageLayout } from '../../catalog/importing/stage-layout';
import { Groups, type Group } from '../../catalog/reading/groups';
import type { RowError } from '../../catalog/reading/row-error';
import type { Sql } from '../../database/sql';
import type { RowRange } from './counts';
import { shownErrorsSql } from './error-report';

/** The errors of one code in one column (docs/contract.md 2.4). */
export type ErrorGroup = Group;

const MORE = {
  code: 'more_errors',
  message: 'The file has more kinds of errors than a job lists; the count of this one is theirs.',
};

/** The groups of both lists together. */
export function addErrors(some: readonly ErrorGroup[], others: readonly ErrorGroup[]): readonly ErrorGroup[] {
  if (others.length === 0) return some;
  const groups = new Groups(MORE);
  groups.merge(some);
  groups.merge(others);
  return groups.all;
}

/** The groups of errors that are in memory, in the order of the report. */
export const groupErrors = (errors: readonly RowError[]): readonly ErrorGroup[] =>
  addErrors(
    [],
    errors.map(({ code, column, message, row }) => ({ code, column, message, count: 1, first_row: row })),
  );

/** The groups of the errors of a range: by one sort, whatever their number. */
export async function summariseRange(
  tx: Sql,
  { layout }: { readonly layout: StageLayout },
  { from, to }: RowRange,
): Promise<readonly ErrorGroup[]> {
  const groups = await tx.query<ErrorGroup & Record<string, unknown>>(
    `SELECT code, "column", message, count, first_row FROM (
       SELECT DISTINCT ON (code, col) code, col AS "column", message, seen, phase, nr, row AS first_row,
              (count(*) OVER (PARTITION BY code, col))::integer AS count
       FROM (${shownErrorsSql(layout)}) errors ORDER BY code, col, seen, phase, nr) firsts
     ORDER BY seen, phase, nr`,
    [from, to],
  );
  return addErrors([], groups);
}
