import type { RowError } from '../api/dto';

/** Errors of one code in one column. */
export interface ErrorGroup {
  code: string;
  column: string | null;
  count: number;
  /** The first of them, shown for all. */
  first: RowError;
  /** The first rows that have it. */
  rows: number[];
}

const ROWS_SHOWN = 8;

/** Groups errors by code and column, the most frequent first. */
export function groupErrors(errors: readonly RowError[]): ErrorGroup[] {
  const groups = new Map<string, ErrorGroup>();
  for (const error of errors) {
    const key = JSON.stringify([error.code, error.column]);
    const group = groups.get(key) ?? {
      code: error.code,
      column: error.column,
      count: 0,
      first: error,
      rows: [],
    };
    group.count++;
    if (error.row !== null && group.rows.length < ROWS_SHOWN) group.rows.push(error.row);
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count);
}
