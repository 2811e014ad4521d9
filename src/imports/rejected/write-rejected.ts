import { REPORT_COLUMNS } from '../../catalog/binding/target';
import { formatCsvRecord } from '../../formats/csv/write-csv';
import type { FileFormat } from '../../formats/format';
import type { JsonObject } from '../../formats/json/json-value';
import { writeJson } from '../../formats/json/write-json';
import type { RejectedPart, RejectedRecord } from './read-rejected';

/** Writes the failed records in the upload's own format, each with `_row, _line, _errors` and, when it could not be split, `_raw`. */
export async function* writeRejected(
  format: FileFormat,
  parts: AsyncIterable<RejectedPart>,
): AsyncGenerator<string> {
  if (format === 'csv') {
    yield* writeCsv(parts);
    return;
  }
  let written = 0;
  if (format === 'json') yield '[';
  for await (const part of parts) {
    if ('header' in part) continue;
    const text = writeJson(rejectedObject(part));
    yield format === 'ndjson' ? `${text}\n` : `${written++ > 0 ? ',' : ''}\n${text}`;
  }
  if (format === 'json') yield '\n]\n';
}

async function* writeCsv(parts: AsyncIterable<RejectedPart>): AsyncGenerator<string> {
  let own: number[] = [];
  let columns = 0;
  for await (const part of parts) {
    if ('header' in part) {
      columns = part.header.length;
      // A rejected-rows file that was uploaded again has the report's columns already.
      own = [...part.header.keys()].filter((index) => !REPORT_COLUMNS.includes(part.header[index] ?? ''));
      yield formatCsvRecord([...own.map((index) => part.header[index] ?? ''), ...REPORT_COLUMNS]);
      continue;
    }
    const { record, raw, failed } = part;
    const cells = 'cells' in record && record.cells.length === columns ? record.cells : null;
    const errors = failed.errors.map(
      ({ column, code, message }) => `${column === null ? '' : `${column}: `}${code}: ${message}`,
    );
    yield formatCsvRecord([
      ...own.map((index) => cells?.[index] ?? null),
      String(failed.row),
      failed.line === null ? null : String(failed.line),
      errors.join(' | '),
      cells === null ? withoutNul(raw) : null,
    ]);
  }
}

function rejectedObject({ record, raw, failed }: RejectedRecord): JsonObject {
  const own = 'object' in record ? Object.entries(record.object) : [];
  return {
    ...Object.fromEntries(own.filter(([key]) => !REPORT_COLUMNS.includes(key))),
    _row: failed.row,
    _line: failed.line,
    _errors: failed.errors.map(({ column, code, message }) => ({ column, code, message })),
    ...(!('object' in record) && { _raw: withoutNul(raw) }),
  };
}

/** A NUL is shown as U+2400: as it is, it would have the row refused again although everything else is fixed. */
const withoutNul = (raw: string): string => raw.replaceAll('\0', '\u2400');
