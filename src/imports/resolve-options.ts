import { resolveCsvOptions } from '../formats/csv/resolve-csv-options';
import { decodeHead, resolveEncoding, UTF_8 } from '../formats/encodings/resolve-encoding';
import type { FileFormat } from '../formats/format';
import { isDocument, jsonLayout } from '../formats/json/json-layout';
import { OptionError } from '../formats/option-error';
import type { ImportOptions } from './import-options';

/** The beginning of the content of a file, unpacked. */
export interface ContentHead {
  readonly bytes: Buffer;
  /** True when the file has no other bytes. */
  readonly isWhole: boolean;
}

/**
 * The options of a request with what the file itself shows: its encoding, and the delimiter of CSV. The job stores the
 * result, so every reading of the file sees the same. Throws an `OptionError` for options that contradict each other or
 * the format, and a `FileError`, such as `delimiter_ambiguous` or `encoding_unsupported`.
 */
export function resolveOptions(options: ImportOptions, format: FileFormat, head: ContentHead): ImportOptions {
  const { csv_options: csv = {}, json_options: json = {} } = options;
  const encoding = resolveEncoding((format === 'csv' ? csv : json).encoding ?? undefined, head.bytes);
  if (format === 'csv') {
    const text = decodeHead(head.bytes, encoding, head.isWhole);
    return { ...options, csv_options: resolveCsvOptions({ ...csv, encoding }, text, head.isWhole) };
  }
  if (format === 'ndjson' && isDocument(json)) {
    throw new OptionError(
      '/json_options',
      'json_options say where in one JSON document the records are, but the format is ndjson. Leave format out, or send format=json.',
    );
  }
  jsonLayout(json);
  return encoding === UTF_8 ? options : { ...options, json_options: { ...json, encoding } };
}
