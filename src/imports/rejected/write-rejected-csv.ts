import { isColumnMarkers } from '../../formats/csv/column-names';
import type { CsvOptions } from '../../formats/csv/csv-options';
import { csvRecordWriter, withoutDelimiter } from '../../formats/csv/csv-record-writer';
import { isReportColumn, REPORT_COLUMNS } from '../../formats/report-columns';
import { type RejectedHeader, type RejectedPart, type RejectedRecord, withoutNul } from './rejected-file';

/** Written at the end as often as `skip_footer` says. */
const FOOTER = '(end of the rejected rows)';

/** The rejected rows of a CSV file with its dialect, its markers, and the lines before its header. */
export async function* writeRejectedCsv(
  options: CsvOptions,
  parts: AsyncIterable<RejectedPart>,
): AsyncGenerator<string> {
  const write = csvRecordWriter(options);
  let own: number[] = [];
  let columns = 0;
  for await (const part of parts) {
    if ('header' in part) {
      columns = part.header.length;
      // A file of rejected rows that was uploaded again has the columns of the report already.
      own = [...part.header.keys()].filter((index) => !isReportColumn(part.header[index] ?? ''));
      yield beginning(options, part, write(headerOf(options, part.header, own)));
    } else yield write(cellsOf(options, part, own, columns));
  }
  yield ending(options);
}

/** The names of the file and of the report. The technical cells in front of each record have no name in a header. */
function headerOf(
  { row_prefix_columns: prefix = [] }: CsvOptions,
  header: readonly string[],
  own: readonly number[],
): string[] {
  return [...own.slice(prefix.length).map((index) => header[index] ?? ''), ...REPORT_COLUMNS];
}

function beginning(
  { columns, row_prefix_columns: prefix = [], start_marker }: CsvOptions,
  { before, header }: RejectedHeader,
  line: string,
): string {
  const start = start_marker === undefined ? '' : `${start_marker}\n`;
  if (columns === undefined || !isColumnMarkers(columns)) return before + start + line;
  const own = header.slice(prefix.length).filter((name) => !isReportColumn(name));
  const list = [columns.start_marker, ...own, ...REPORT_COLUMNS, columns.end_marker];
  return `${list.join('\n')}\n${start}`;
}

const ending = ({ end_marker, skip_footer = 0 }: CsvOptions): string =>
  (end_marker === undefined ? '' : `${end_marker}\n`) + `${FOOTER}\n`.repeat(skip_footer);

function cellsOf(
  options: CsvOptions,
  { record, raw, failed }: RejectedRecord,
  own: readonly number[],
  columns: number,
): string[] {
  const cells = 'cells' in record && record.cells.length === columns ? record.cells : null;
  const errors = failed.errors.map(
    ({ column, code, message }) => `${column === null ? '' : `${column}: `}${code}: ${message}`,
  );
  return [
    ...own.map((index) => cells?.[index] ?? ''),
    String(failed.row),
    failed.line === null ? '' : String(failed.line),
    withoutDelimiter(errors.join(' | '), options),
    cells === null ? withoutDelimiter(withoutNul(raw), options) : '',
  ];
}
