import type { RowError } from '../reading/row-error';

/** Something that an import would refuse, with the number of rows that have it. */
export interface InspectionProblem {
  readonly code: string;
  readonly column: string | null;
  /** The message of the first one: what is wrong and how to fix it. */
  readonly message: string;
  readonly count: number;
  /** Null: the file as a whole, or the options of the import. */
  readonly first_row: number | null;
}

/** Rows have at most so many different problems in the response. */
const MAX_PROBLEMS = 100;

/** Counts errors of rows by code and column, in the order in which they are met. */
export function summarise(errors: readonly RowError[]): InspectionProblem[] {
  const byKey = new Map<string, { first: RowError; count: number }>();
  for (const error of errors) {
    const key = `${error.code}\n${error.column ?? ''}`;
    const known = byKey.get(key);
    if (known) known.count++;
    else if (byKey.size < MAX_PROBLEMS) byKey.set(key, { first: error, count: 1 });
  }
  return [...byKey.values()].map(({ first: { code, column, message, row }, count }) => ({
    code,
    column,
    message,
    count,
    first_row: row,
  }));
}

/** A problem of the file as a whole, or of an option. */
export const problemOf = (
  code: string,
  message: string,
  column: string | null = null,
): InspectionProblem => ({
  code,
  column,
  message,
  count: 1,
  first_row: null,
});
