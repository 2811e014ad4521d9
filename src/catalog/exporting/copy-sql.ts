import type { FileFormat } from '../../formats/format';
import { csvLinesSql } from './csv-lines-sql';
import type { ExportRequest } from './export-request';
import { jsonLinesSql } from './json-lines-sql';

/** Control characters never stand raw in JSON text, so nothing is ever quoted, and no backslash is doubled. */
const RAW = `(FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')`;

/** The lines of a file as the SELECT to copy from, its parameters being those of `request.params`. */
export function linesSql(request: ExportRequest): string {
  return request.format === 'csv' ? csvLinesSql(request) : jsonLinesSql(request);
}

/** `COPY` of a SELECT without parameters, for it takes none, in UTF-8 with LF at the end of each line. */
export function copySql(select: string, format: FileFormat): string {
  return `COPY (${select}) TO STDOUT WITH ${format === 'csv' ? '(FORMAT csv)' : RAW}`;
}
