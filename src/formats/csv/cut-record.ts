import type { RecordIssue } from '../batch';
import { unquoteCells } from './unquote-cells';

const QUOTE = '"';
const COMMA = ',';

/**
 * The cells of one CSV record (RFC 4180, strictly; its line end excluded), exactly as given: no blank is trimmed and
 * nothing is guessed. Returns a flaw for a quote out of place (`quote_malformed`) and for more than `columns` cells
 * (`column_count`).
 */
export function cutRecord(record: string, columns: number): string[] | RecordIssue {
  if (!record.includes(QUOTE)) {
    const cells = record.split(COMMA, columns + 1);
    return cells.length > columns ? tooManyCells(columns) : cells;
  }
  const cells: string[] = [];
  /** Where cells with doubled quotes stand, and their text with its quotes. */
  const places: number[] = [];
  const doubled: string[] = [];
  for (let at = 0; ; at++) {
    const start = at;
    if (record[at] === QUOTE) {
      const close = closingQuote(record, at + 1);
      if (close < 0) return malformed(start, 'the quoted cell that starts here is not closed');
      const cell = record.slice(start + 1, close);
      if (cell.includes(QUOTE)) {
        places.push(cells.length);
        doubled.push(record.slice(start, close + 1));
      }
      cells.push(cell);
      at = close + 1;
      if (at < record.length && record[at] !== COMMA) {
        return malformed(at, 'a comma is expected behind the closing quote');
      }
    } else {
      const comma = record.indexOf(COMMA, at);
      at = comma < 0 ? record.length : comma;
      const cell = record.slice(start, at);
      const stray = cell.indexOf(QUOTE);
      if (stray >= 0)
        return malformed(start + stray, 'a quote stands in a cell that does not begin with one');
      cells.push(cell);
    }
    if (cells.length > columns) return tooManyCells(columns);
    if (at === record.length) break;
  }
  // All other cells are cut exactly already, and many times as fast.
  if (doubled.length > 0) {
    for (const [index, content] of unquoteCells(doubled).entries()) cells[places[index] ?? 0] = content;
  }
  return cells;
}

/** Position of the quote that closes the cell whose content starts at `from`; -1 when there is none. */
function closingQuote(record: string, from: number): number {
  let at = record.indexOf(QUOTE, from);
  while (at >= 0 && record[at + 1] === QUOTE) at = record.indexOf(QUOTE, at + 2);
  return at;
}

const MEND = 'Put the whole cell into quotes and write each quote inside it twice: "3.5"" disk".';

const malformed = (at: number, what: string): RecordIssue => ({
  code: 'quote_malformed',
  message: `Character ${at + 1} of the record: ${what}. ${MEND}`,
});

const tooManyCells = (columns: number): RecordIssue => ({
  code: 'column_count',
  message: `The record has more than ${columns.toLocaleString('en')} cells, the most that are read.`,
});
