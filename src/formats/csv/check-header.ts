import { FileError } from '../file-error';

const NUL = '\0';
const LONE_CR = /\r(?!\n)/;
const SEPARATOR_LINE = /^sep=/i;
const OTHER_DELIMITERS: readonly (readonly [string, string])[] = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
];
const SHOWN = 60;

/**
 * Judges the header of a CSV file by itself. Throws a `FileError`: `delimiter_unsupported`, `line_end_unsupported`,
 * `nul_character` or `duplicate_column`; `line` is where the header stands. A column without a name is allowed; a row with a value under it is not.
 */
export function checkHeader(cells: readonly string[], line = 1): void {
  checkDelimiter(cells, line);
  const positions = new Map<string, number>();
  for (const [index, name] of cells.entries()) {
    if (name.includes(NUL)) {
      const message = `The name of column ${index + 1} holds a NUL character (byte 0x00); remove it.`;
      throw new FileError('nul_character', message, line);
    }
    if (LONE_CR.test(name)) {
      // Taken as data, the rows of such a file would all be part of its header, and none would be missed.
      const message =
        'The lines end with CR alone, which is not read. Save the file with LF or CRLF line ends.';
      throw new FileError('line_end_unsupported', message, line);
    }
    const first = positions.get(name);
    if (name !== '' && first !== undefined) {
      const shown = name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name;
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
      'The first line is a "sep=" line, which only spreadsheets understand. Remove it, so that the file starts with its header; cells are separated by commas.';
    throw new FileError('delimiter_unsupported', message, line);
  }
  if (cells.length !== 1) return;
  const found = OTHER_DELIMITERS.find(([delimiter]) => only.includes(delimiter));
  if (!found) return;
  const message = `The header is separated by ${found[1]}; only commas are read. Save the file as comma-separated CSV.`;
  throw new FileError('delimiter_unsupported', message, line);
}
