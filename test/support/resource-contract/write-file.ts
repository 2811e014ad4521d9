import { formatCsvRecord } from '../../../src/formats/csv/write-csv';
import type { FileFormat } from '../../../src/formats/format';

/** A record of a file, flat as in CSV: texts by column, the empty one for null. */
export type Row = Readonly<Record<string, string>>;

/** The file of these rows; all have the columns of the first. */
export function writeFile(format: FileFormat, rows: readonly Row[]): string {
  if (format === 'csv') {
    const columns = Object.keys(rows[0] ?? {});
    return (
      formatCsvRecord(columns) +
      rows.map((row) => formatCsvRecord(columns.map((name) => row[name] ?? ''))).join('')
    );
  }
  const records = rows.map((row) =>
    JSON.stringify(
      Object.fromEntries(Object.entries(row).map(([name, text]) => [name, text === '' ? null : text])),
    ),
  );
  return format === 'json' ? `[${records.join(',')}]` : records.map((record) => `${record}\n`).join('');
}
