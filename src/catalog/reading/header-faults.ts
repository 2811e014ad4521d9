import type { ParsedRecord } from '../../formats/batch';
import type { CsvOptions } from '../../formats/csv/csv-options';
import { FileError } from '../../formats/format';

/** With fewer records it may be these that are wrong, and not the header. */
const MIN_RECORDS = 3;

/**
 * Refuses a file whose first records all have the same number of cells and the header another one: that is one fault of the
 * header, and not one of each record. Throws the FileError `column_count`.
 */
export function checkCellCounts(
  columns: number,
  records: readonly ParsedRecord[],
  { ragged }: CsvOptions,
): void {
  const [first] = records;
  if (ragged === 'pad' || records.length < MIN_RECORDS || !first || !('cells' in first)) return;
  const count = first.cells.length;
  if (count === columns) return;
  const all: (readonly string[])[] = [];
  for (const record of records) {
    if (!('cells' in record) || record.cells.length !== count) return;
    all.push(record.cells);
  }
  const each = `Each of the first ${all.length.toLocaleString('en')} records has ${count} ${count === 1 ? 'cell' : 'cells'}, and the header has ${columns}.`;
  throw new FileError('column_count', `${each} ${adviceFor(count, columns, all)}`, first.line);
}

function adviceFor(count: number, columns: number, records: readonly (readonly string[])[]): string {
  if (count < columns)
    return 'Is the header another line (csv_options={"header_row":2})? If cells are missing at the end of each record, csv_options={"ragged":"pad"} takes them for empty.';
  const isPadded = records.every((cells) => cells.slice(columns).every((cell) => cell === ''));
  return isPadded
    ? 'The cells after the last column are empty: csv_options={"ragged":"pad"} ignores them.'
    : 'The header lacks names. Is it another line (csv_options={"header_row":2}), or do technical cells precede each record (csv_options={"row_prefix_columns":["name"]})?';
}
