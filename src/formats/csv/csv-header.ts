import type { RawBatch } from '../batch';
import { DEFAULT_LAYOUT, type FileLayout } from '../file-layout';
import { FileError, type FormatLimits } from '../format';
import { parseCsvBatch } from './parse-csv-batch';

/**
 * The column names of a CSV file from its first batch. Throws a `FileError` with the line of the header: for a header that
 * cannot be parsed (`quote_malformed`, `nul_character`), and what `checkHeader` throws.
 */
export function readHeader(
  batch: RawBatch,
  limits: FormatLimits,
  layout: FileLayout = DEFAULT_LAYOUT,
): string[] {
  const [header] = parseCsvBatch(batch, limits, layout);
  if (header?.row !== 0) throw new Error('The first batch of a CSV file holds its header.');
  if ('issue' in header) {
    throw new FileError(header.issue.code, `The header cannot be read. ${header.issue.message}`, header.line);
  }
  if (!('cells' in header)) throw new Error('The header of a CSV file has cells.');
  checkHeader(header.cells, header.line);
  return header.cells;
}

const NUL = '\0';
const LONE_CR = /\r(?!\n)/;
const SEPARATOR_LINE = /^sep=/i;
const OTHER_DELIMITERS: readonly (readonly [string, string])[] = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
];
/** Maximum characters of a column name in a message. */
const MAX_NAME_LENGTH = 60;

/**
 * Checks the header of a CSV file. Throws a `FileError`: `delimiter_unsupported`, `line_end_unsupported`, `nul_character` or
 * `duplicate_column`. `line`: the line of the header. A column without a name is allowed; a value in such a column is not.
 */
export function checkHeader(cells: readonly string[], line = 1): void {
  checkDelimiter(cells, line);
  const positions = new Map<string, number>();
  for (const [index, name] of cells.entries()) {
    if (name.includes(NUL)) {
      const message = `The name of column ${index + 1} contains a NUL character (byte 0x00); remove it.`;
      throw new FileError('nul_character', message, line);
    }
    if (LONE_CR.test(name)) {
      // If CR were data, all rows of such a file would silently be part of its header.
      const message =
        'The lines end with CR alone, which is not supported. Save the file with LF or CRLF line ends.';
      throw new FileError('line_end_unsupported', message, line);
    }
    const first = positions.get(name);
    if (name !== '' && first !== undefined) {
      const shown = name.length > MAX_NAME_LENGTH ? `${name.slice(0, MAX_NAME_LENGTH)}…` : name;
      const message = `The columns ${first + 1} and ${index + 1} have the same name "${shown}"; keep one or rename it.`;
      throw new FileError('duplicate_column', message, line);
    }
    positions.set(name, index);
  }
}

function checkDelimiter(cells: readonly string[], line: number): void {
  const [only = ''] = cells;
  if (SEPARATOR_LINE.test(only) && cells.every((cell, index) => index === 0 || cell === '')) {
    const message =
      'The first line is a "sep=" line, which only spreadsheets understand. Remove it, so that the file starts with its header. Cells are separated by commas.';
    throw new FileError('delimiter_unsupported', message, line);
  }
  if (cells.length !== 1) return;
  const found = OTHER_DELIMITERS.find(([delimiter]) => only.includes(delimiter));
  if (!found) return;
  const message = `The header is separated by ${found[1]}; only commas are supported. Save the file as comma-separated CSV.`;
  throw new FileError('delimiter_unsupported', message, line);
}
