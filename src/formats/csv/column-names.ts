import type { ParsedRecord } from '../batch';
import { FileError } from '../format';
import type { ColumnMarkers, CsvOptions } from './csv-options';

/** The names of the columns when the options give them; null when the file has a header or a list of names. */
export function givenColumns({ columns }: CsvOptions): readonly string[] | null {
  return columns === undefined || isColumnMarkers(columns) ? null : columns;
}

export const isColumnMarkers = (columns: NonNullable<CsvOptions['columns']>): columns is ColumnMarkers =>
  'start_marker' in columns;

/** The names in the lines of a vertical list: one in each line that is neither empty nor a comment. */
export function listedNames(text: string, { comment }: CsvOptions): string[] {
  return text
    .split('\n')
    .filter((line) => comment === undefined || !line.startsWith(comment))
    .map((line) => line.trim())
    .filter((name) => name !== '');
}

/**
 * Throws `unexpected_header` when the first record of a file without a header has the names that `columns` gives: it is a
 * header, and as a row it would be refused or, worse, imported.
 */
export function checkColumnsAreNoHeader(first: ParsedRecord | undefined, options: CsvOptions): void {
  const names = givenColumns(options);
  if (names === null || first === undefined || !('cells' in first)) return;
  const prefix = options.row_prefix_columns?.length ?? 0;
  const cells = first.cells.map((cell) => cell.trim());
  const equals = [cells, cells.slice(prefix)].some(
    (found) => found.length === names.length && names.every((name, index) => name === found[index]),
  );
  if (!equals) return;
  throw new FileError(
    'unexpected_header',
    'The first line of the file has the names that csv_options.columns gives: the file has a header. Leave columns out.',
    first.line,
  );
}
