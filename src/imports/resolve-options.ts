import { resolveCsvOptions } from '../formats/csv/resolve-csv-options';
import type { FileFormat } from '../formats/format';
import type { ImportOptions } from './import-options';

/** The beginning of the content of a file, unpacked. */
export interface ContentHead {
  readonly bytes: Buffer;
  /** True when the file has no other bytes. */
  readonly isWhole: boolean;
}

/**
 * The options of a request with what the file itself shows: the delimiter and the encoding of CSV. The job stores the result,
 * so every reading of the file sees the same. Throws a `FileError`, such as `delimiter_ambiguous`.
 */
export function resolveOptions(options: ImportOptions, format: FileFormat, head: ContentHead): ImportOptions {
  if (format !== 'csv') return options;
  return { ...options, csv_options: resolveCsvOptions(options.csv_options ?? {}, head.bytes, head.isWhole) };
}
