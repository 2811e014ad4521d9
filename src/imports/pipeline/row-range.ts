/** Rows after `from` up to and including `to`. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** Errors of the rows in a range, of both phases, in the order of the report. `$1` and `$2` bound the range. */
export const RANGE_ERRORS_SQL = `
  SELECT row, line, col, code, message, value, phase, nr FROM (
    SELECT row, line, col, code, message, value, 0 AS phase, nr FROM read_errors WHERE row > $1 AND row <= $2
    UNION ALL
    SELECT row, line, col, code, message, value, 1 AS phase, nr FROM classify_errors WHERE row > $1 AND row <= $2
  ) errors`;
