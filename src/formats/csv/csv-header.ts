import { type RawBatch, recordText } from '../batch';
import { DEFAULT_LAYOUT, type FileLayout } from '../file-layout';
import { FileError, type FormatLimits } from '../format';
import { givenColumns, isColumnMarkers, listedNames } from './column-names';
import type { CsvOptions } from './csv-options';
import { DETECTED_DELIMITERS, nameOfDelimiter, shownDelimiter } from './delimiter-names';
import { parseCsvBatch } from './parse-csv-batch';

/**
 * The column names of a CSV file from its first batch, with `row_prefix_columns` in front. Throws a `FileError` with the line
 * of the header: for a header that cannot be parsed (`quote_malformed`, `nul_character`), `too_many_columns` and what
 * `checkHeader` throws.
 */
export function readHeader(
  batch: RawBatch,
  limits: FormatLimits,
  layout: FileLayout = DEFAULT_LAYOUT,
): string[] {
  const names = [...(layout.csv.row_prefix_columns ?? []), ...readNames(batch, limits, layout)];
  if (names.length <= limits.columns) return names;
  throw new FileError(
    'too_many_columns',
    `The file has ${names.length.toLocaleString('en')} columns; the maximum is ${limits.columns.toLocaleString('en')}.`,
    batch.lines[0],
  );
}

function readNames(batch: RawBatch, limits: FormatLimits, layout: FileLayout): readonly string[] {
  const { csv } = layout;
  if (batch.firstRow !== 0) throw new Error('The first batch of a CSV file holds its header.');
  const given = givenColumns(csv);
  if (given !== null) return given;
  if (csv.columns !== undefined && isColumnMarkers(csv.columns))
    return listedNames(recordText(batch, 0), csv);
  const [header] = parseCsvBatch(batch, limits, layout);
  if (header === undefined || 'skip' in header || 'object' in header) {
    throw new Error('The header of a CSV file has cells.');
  }
  if ('issue' in header) {
    throw new FileError(header.issue.code, `The header cannot be read. ${header.issue.message}`, header.line);
  }
  checkHeader(header.cells, header.line, csv);
  return header.cells;
}

const NUL = '\0';
const LONE_CR = /\r(?!\n)/;
const SEPARATOR_LINE = /^sep=/i;

/**
 * Checks the header of a CSV file. Throws a `FileError`: `delimiter_unsupported`, `line_end_unsupported` or `nul_character`.
 * `line`: the line of the header. A name may be empty or there twice, as long as no field is fed by it.
 */
export function checkHeader(cells: readonly string[], line = 1, options: CsvOptions = {}): void {
  checkDelimiter(cells, line, options);
  if (cells.at(-1)?.endsWith('\r') === true && !cells.slice(0, -1).some((name) => LONE_CR.test(name))) {
    const message =
      'The lines end with CR CR LF: a program has converted the line ends twice. Save the file with LF or CRLF line ends, or give csv_options {"trim": true}, which removes the surplus CR.';
    throw new FileError('line_end_unsupported', message, line);
  }
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
  }
}

/** A header of one cell that another delimiter would cut, though the request or an older import says which it is. */
function checkDelimiter(cells: readonly string[], line: number, { delimiter = ',' }: CsvOptions): void {
  const [only = ''] = cells;
  if (SEPARATOR_LINE.test(only) && cells.every((cell, index) => index === 0 || cell === '')) {
    const message =
      'The first line is a "sep=" line, which only spreadsheets understand. Remove it, or give csv_options {"header_row": 2}.';
    throw new FileError('delimiter_unsupported', message, line);
  }
  if (cells.length !== 1) return;
  const found = DETECTED_DELIMITERS.find((other) => other !== delimiter && only.includes(other));
  if (found === undefined) return;
  throw new FileError(
    'delimiter_unsupported',
    `The header is not separated by the delimiter ${shownDelimiter(delimiter)}, but has a ${nameOfDelimiter(found)}. Leave csv_options.delimiter out, so that it is detected, or give ${shownDelimiter(found)}.`,
    line,
  );
}
