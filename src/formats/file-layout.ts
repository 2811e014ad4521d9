import type { CsvOptions } from './csv/csv-options';
import type { FileFormat } from './format';
import type { JsonOptions } from './json/json-options';

/** How the records of one file are written, as the options of its import say. */
export interface FileLayout {
  readonly csv: CsvOptions;
  readonly json: JsonOptions;
}

/** The layout without options: RFC 4180 with a header, or one array of objects. */
export const DEFAULT_LAYOUT: FileLayout = { csv: {}, json: {} };

/** The encoding that the options name, if they do. */
export const encodingOf = (format: FileFormat, { csv, json }: FileLayout): string | undefined =>
  (format === 'csv' ? csv : json).encoding ?? undefined;
