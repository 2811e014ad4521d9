import { byteEncoder, byteOrderMark } from '../../formats/encodings/byte-encoder';
import type { FileFormat } from '../../formats/format';
import { codeName, jsonEscape } from '../../formats/shown-text';
import type { RejectedFile } from './rejected-file';
import { writeRejectedCsv } from './write-rejected-csv';
import { writeRejectedJson } from './write-rejected-json';

/**
 * Writes the failed records as the uploaded file is written, so that the same options read them again (docs/contract.md 2.9).
 * Each has `_row, _line, _errors` and, when it could not be split, `_raw`. Memory is that of one record.
 */
export async function* writeRejected(
  format: FileFormat,
  { layout, encoding, parts }: RejectedFile,
): AsyncGenerator<Buffer> {
  const encode = byteEncoder(encoding);
  const texts =
    format === 'csv' ? writeRejectedCsv(layout.csv, parts) : writeRejectedJson(format, layout.json, parts);
  yield byteOrderMark(encoding);
  // A character beyond ASCII is always inside a text of JSON, so it may be escaped.
  for await (const text of texts) yield encode(text, format === 'csv' ? shownCode : jsonEscape);
}

/** As messages show characters that cannot be seen; only the report of a row may have such characters. */
const shownCode = (character: string): string => `<${codeName(character)}>`;
