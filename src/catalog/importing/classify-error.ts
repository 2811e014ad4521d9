/** The columns of a row error in the TEMP tables, in the order in which every statement and COPY gives them. */
const ERROR_COLUMNS = '(row, line, col, code, message, value)';

/** The same with the row of the file, which reading knows. */
export const READ_ERROR_COLUMNS = '(row, line, col, code, message, value, file_row)';

/** How a rule stores the errors of rows. */
export const CLASSIFY_ERROR = `INSERT INTO classify_errors ${ERROR_COLUMNS}`;
