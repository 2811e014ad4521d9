import { counted } from '../counted';
import type { RecordIssue } from '../batch';
import type { CsvOptions } from './csv-options';
import { DETECTED_DELIMITERS, nameOfDelimiter, shownDelimiter } from './delimiter-names';
import { footerPrefix } from './footer-advice';

/**
 * The cells of a record of a file with `columns` columns, or why it has another number of cells (`column_count`). Under
 * `ragged: pad` missing cells at the end are empty, and surplus empty ones are dropped.
 */
export function fitCells(
  cells: readonly string[],
  columns: number,
  options: CsvOptions = {},
): readonly string[] | RecordIssue {
  if (cells.length === columns) return cells;
  const filled = cells.findLastIndex((cell) => cell !== '') + 1;
  if (options.ragged === 'pad' && filled <= columns) {
    return Array.from({ length: columns }, (_, index) => cells[index] ?? '');
  }
  return {
    code: 'column_count',
    message: `${counts(cells, columns, options)} ${causeOf(cells, columns, filled, options)}`,
  };
}

const counts = (cells: readonly string[], columns: number, { columns: names }: CsvOptions): string =>
  names === undefined
    ? `The record has ${counted(cells.length, 'cell')}, the header ${columns}.`
    : `The record has ${counted(cells.length, 'cell')}, but there are ${counted(columns, 'name')} of columns.`;

/** How lines begin that are usually comments. */
const COMMENT = /^(#|\/\/|--)\s*\p{L}/u;

function causeOf(
  cells: readonly string[],
  columns: number,
  filled: number,
  { delimiter = ',', ragged, footer_prefix, quote, comment, columns: names }: CsvOptions,
): string {
  const beginning = COMMENT.exec(cells[0] ?? '')?.[1];
  if (beginning !== undefined && comment === undefined) {
    return `It begins like a comment. If it is one, give csv_options {"comment": ${JSON.stringify(beginning)}}; else correct its cells.`;
  }
  const pad = 'give csv_options {"ragged": "pad"}';
  if (cells.length > columns) {
    const surplus = cells.length - columns;
    if (filled <= columns) {
      return surplus === 1
        ? `It ends with a ${nameOfDelimiter(delimiter)} after its last cell. Remove it, or ${pad}, which ignores empty cells at the end.`
        : `The last ${surplus} cells are surplus and empty. Remove them, or ${pad}, which ignores them.`;
    }
    if (cells.some((cell) => /\r(?!\n)/.test(cell.slice(0, -1)))) {
      return 'It contains CR without LF: some lines of the file end with CR alone. Save the file with LF or CRLF line ends.';
    }
    if (quote !== null && quote !== "'" && inSingleQuotes(cells)) {
      return `It has cells in single quotes. If the file quotes cells so, give csv_options {"quote": "'"}.`;
    }
    if (Array.isArray(names)) {
      return `If all records have as many, name the others in csv_options.columns too; else a ${nameOfDelimiter(delimiter)} inside a cell needs quotes around the cell.`;
    }
    const inFront = rowNumber(cells, columns);
    if (inFront !== null)
      return `${inFront} Else a ${nameOfDelimiter(delimiter)} inside a cell needs quotes around the cell.`;
    return quote === null
      ? `A ${nameOfDelimiter(delimiter)} inside a cell cannot be distinguished from one between cells, because csv_options says that no cell is quoted.`
      : `A ${nameOfDelimiter(delimiter)} inside a cell needs quotes around the cell.`;
  }
  const other = otherDelimiter(cells, columns, delimiter);
  if (other !== null) {
    return `It is separated by a ${nameOfDelimiter(other)} instead of a ${nameOfDelimiter(delimiter)}: give csv_options {"delimiter": ${shownDelimiter(other)}} if the whole file is, else correct the line.`;
  }
  const [first = ''] = cells;
  if (filled === 1 && columns > 2 && footer_prefix === undefined && /\p{L}/u.test(first)) {
    return `It looks like a line after the last record. If it is, give csv_options {"footer_prefix": ${JSON.stringify(footerPrefix(first))}}; else add the missing cells.`;
  }
  const missing = columns - cells.length;
  const what = missing === 1 ? 'The last cell is missing' : `The last ${missing} cells are missing`;
  const advice =
    ragged === 'pad' ? 'Add them.' : `Add what is missing, or ${pad}, which takes missing cells for empty.`;
  return `${what}, or a line is cut. ${advice}`;
}

/** True when a cell begins with a single quote and a later one, of which it may be the beginning, ends with one. */
function inSingleQuotes(cells: readonly string[]): boolean {
  const first = cells.findIndex((cell) => cell.startsWith("'") && !cell.endsWith("'"));
  return first >= 0 && cells.slice(first + 1).some((cell) => cell.endsWith("'"));
}

/** Another delimiter that cuts the record as the header is cut. */
function otherDelimiter(cells: readonly string[], columns: number, delimiter: string): string | null {
  const text = cells.join(delimiter);
  const found = DETECTED_DELIMITERS.find(
    (other) => other !== delimiter && text.split(other, columns + 1).length === columns,
  );
  return found !== undefined && columns > 1 ? found : null;
}

/** Digits in front of a record with one cell too many may count it, and the header has no name for them. */
function rowNumber([first = '', ...others]: readonly string[], columns: number): string | null {
  if (others.length !== columns || !/^\d{1,9}$/.test(first)) return null;
  return `If "${first}" only counts the record, give csv_options {"row_prefix_columns": ["row_number"]}.`;
}
