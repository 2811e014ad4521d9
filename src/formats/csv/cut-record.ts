import type { RecordIssue } from '../batch';
import { type CsvDialect, isBlankIn } from './csv-dialect';
import { DETECTED_DELIMITERS, nameOfDelimiter } from './delimiter-names';
import type { QuotedCells } from './quoted-cells';

/**
 * Cuts one CSV record (without its line end) into its cells, exactly as given. The contents of cells with escaped quotes are
 * there after `quoted.flush()`. Returns an issue for a misplaced quote (`quote_malformed`) and for more than `columns` cells
 * (`column_count`). `RecordEnds` finds the records by the same rules.
 */
export function cutRecord(
  record: string,
  columns: number,
  dialect: CsvDialect,
  quoted: QuotedCells,
): string[] | RecordIssue {
  const { delimiter, quote, trim, lenient } = dialect;
  const escape = dialect.escape === 'double' ? quote : dialect.escape;
  if (quote === null || !record.includes(quote)) {
    const cells = record.split(delimiter, columns + 1);
    return cells.length > columns ? tooManyCells(columns) : cells;
  }
  const cells: string[] = [];
  /** No later quote closes a cell: under `lenient` the rest is taken as it is. */
  let unclosed = false;
  for (let at = 0; ; at++) {
    const start = trim ? pastBlanks(record, at, dialect) : at;
    const close: number =
      record[start] === quote && !unclosed ? closingQuote(record, start + 1, dialect) : NONE;
    unclosed ||= close === UNCLOSED;
    if (close === UNCLOSED && !(lenient && !record.includes('\n'))) return notClosed(start);
    if (close >= 0) {
      const content = record.slice(start + 1, close);
      cells.push(content);
      if (escape !== null && content.includes(escape)) {
        quoted.add(cells, cells.length - 1, record.slice(start, close + 1));
      }
      at = trim ? pastBlanks(record, close + 1, dialect) : close + 1;
      if (at < record.length && record[at] !== delimiter) {
        return afterQuote(record, at, close, dialect);
      }
    } else {
      const next = record.indexOf(delimiter, at);
      const end = next < 0 ? record.length : next;
      const cell = record.slice(at, end);
      const stray = lenient ? -1 : cell.indexOf(quote);
      if (stray >= 0) {
        return malformed(at + stray, 'a quote is inside a cell that does not begin with one', dialect);
      }
      cells.push(cell);
      at = end;
    }
    if (cells.length > columns) return tooManyCells(columns);
    if (at === record.length) return cells;
  }
}

function pastBlanks(record: string, from: number, dialect: CsvDialect): number {
  let at = from;
  while (isBlankIn(dialect, record[at])) at++;
  return at;
}

/** The cell has no quotes around it. */
const NONE = -2;
/** It begins with a quote and has no other. */
const UNCLOSED = -1;

/** Position of the quote that closes the cell whose content starts at `from`; `UNCLOSED` when there is none. */
function closingQuote(record: string, from: number, dialect: CsvDialect): number {
  const quote = dialect.quote ?? '';
  const doubles = dialect.escape === 'double';
  if (doubles && !dialect.lenient) {
    let at = record.indexOf(quote, from);
    while (at >= 0 && record[at + 1] === quote) at = record.indexOf(quote, at + 2);
    return at;
  }
  let escape = doubles ? -1 : record.indexOf('\\', from);
  for (let at = record.indexOf(quote, from); at >= 0; at = record.indexOf(quote, at)) {
    if (escape >= 0 && escape < at) {
      const escapes = record[escape + 1] === quote || record[escape + 1] === '\\';
      const next = escape + (escapes ? 2 : 1);
      if (next > at) at = next;
      escape = record.indexOf('\\', next);
    } else if (doubles && record[at + 1] === quote) {
      at += 2;
    } else if (!dialect.lenient || closes(record, at, dialect)) {
      return at;
    } else {
      at++;
    }
  }
  return UNCLOSED;
}

/** Under `lenient_quotes` a quote closes its cell only in front of a delimiter or at the end of the record. */
function closes(record: string, at: number, dialect: CsvDialect): boolean {
  const next = dialect.trim ? pastBlanks(record, at + 1, dialect) : at + 1;
  return next === record.length || record[next] === dialect.delimiter;
}

const notClosed = (at: number): RecordIssue => ({
  code: 'quote_malformed',
  message: `Character ${at + 1} of the record: the quoted cell that starts here is not closed. Add the closing quote; where quotes mean nothing in the whole file, give csv_options {"quote": null}.`,
});

/** What follows a closing quote and is no delimiter may show the delimiter or the escape that the file has. */
function afterQuote(record: string, at: number, close: number, dialect: CsvDialect): RecordIssue {
  const what = `a ${nameOfDelimiter(dialect.delimiter)} is expected after the closing quote`;
  const next = record[at] ?? '';
  const option = DETECTED_DELIMITERS.some((delimiter) => delimiter === next)
    ? { delimiter: next }
    : dialect.escape === 'double' && record[close - 1] === '\\'
      ? { escape: '\\' }
      : null;
  if (option === null) return malformed(at, what, dialect);
  const found =
    option.delimiter === undefined ? 'there is a backslash before it' : `there is a ${nameOfDelimiter(next)}`;
  return {
    code: 'quote_malformed',
    message: `Character ${at + 1} of the record: ${what}, but ${found}. If the whole file is written so, give csv_options ${JSON.stringify(option)}.`,
  };
}

const malformed = (at: number, what: string, { quote, escape }: CsvDialect): RecordIssue => {
  const how = escape === 'double' ? 'twice' : 'after a backslash';
  const inner = `${escape === 'double' ? quote : escape}${quote}`;
  return {
    code: 'quote_malformed',
    message:
      `Character ${at + 1} of the record: ${what}. Put the whole cell into quotes and write each quote inside it ${how}: ` +
      `${quote}3.5${inner} disk${quote}. To take such quotes as they are, give csv_options {"lenient_quotes": true}.`,
  };
};

const tooManyCells = (columns: number): RecordIssue => ({
  code: 'column_count',
  message: `The record has more than ${columns.toLocaleString('en')} cells, which is the maximum.`,
});
