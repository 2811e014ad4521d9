/**
 * What must stand in quotes: RFC 4180's comma, quote, CR and LF; blanks alone, which a reader may take for an empty line;
 * and a leading U+FEFF, which at the start of a file would be read as its byte order mark.
 */
const NEEDS_QUOTES = /[",\r\n]|^[ \t]+$|^\ufeff/;

/** One record of a CSV file, LF at its end. Null is an empty cell; a cell is quoted where it has to be. */
export function formatCsvRecord(cells: readonly (string | null)[]): string {
  const record = cells.map(formatCell).join(',');
  // An empty line would be no record at all.
  return `${record === '' ? '""' : record}\n`;
}

function formatCell(cell: string | null): string {
  if (cell === null) return '';
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
