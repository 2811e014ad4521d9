/**
 * Cells that need quotes: those with a comma, quote, CR or LF (RFC 4180); blanks alone, which a reader may take for an empty
 * line; and a leading U+FEFF, which at the start of a file would be its byte order mark.
 */
const NEEDS_QUOTES = /[",\r\n]|^[ \t]+$|^\ufeff/;

/** One record of a CSV file with LF at its end. Null is an empty cell. A cell is quoted only when it needs quotes. */
export function formatCsvRecord(cells: readonly (string | null)[]): string {
  const record = cells.map(formatCell).join(',');
  // An empty line would not be a record.
  return `${record === '' ? '""' : record}\n`;
}

function formatCell(cell: string | null): string {
  if (cell === null) return '';
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** What a spreadsheet would run as a formula, after any number of leading quotes. */
const FORMULA = /^'*[=+\-@\t\r\n]/;
const ESCAPED = /^'+[=+\-@\t\r\n]/;
/** The grammar of numbers (docs/contract.md 4.4). A spreadsheet reads them as numbers, so they are not escaped. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Puts `'` before a cell that a spreadsheet would run as a formula. `unescapeFormula` restores every cell exactly. */
export function escapeFormula(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** Removes the one quote that `escapeFormula` added. */
export function unescapeFormula(cell: string): string {
  return ESCAPED.test(cell) ? cell.slice(1) : cell;
}
