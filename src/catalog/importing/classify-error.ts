/** The columns of a row error in the TEMP tables, in the order in which every statement and COPY gives them. */
export const ERROR_COLUMNS = '(row, line, col, code, message, value)';

/** How a rule stores the errors of rows. */
export const CLASSIFY_ERROR = `INSERT INTO classify_errors ${ERROR_COLUMNS}`;
