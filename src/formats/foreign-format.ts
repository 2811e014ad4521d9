import { Buffer } from 'node:buffer';

const SPREADSHEETS: readonly (readonly [string, string])[] = [
  ['application/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet (.ods)'],
  ['xl/', 'an Excel workbook (.xlsx)'],
  ['[Content_Types].xml', 'an Office document, such as an Excel workbook (.xlsx)'],
];

/** Magic bytes as latin1 patterns, long enough that no text file begins with them. */
const MAGIC: readonly (readonly [RegExp, string])[] = [
  [/^PK(?:\x03\x04|\x05\x06|\x07\x08)/, 'a zip archive'],
  [/^\x1f\x8b/, 'compressed with gzip'],
  [/^%PDF-/, 'a PDF document'],
  [/^\xd0\xcf\x11\xe0/, 'an old Excel workbook (.xls) or another Office document'],
  [/^PAR1[^\t\n\r -~]/, 'a Parquet file'],
  [/^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/, 'compressed with bzip2'],
  [/^\x28\xb5\x2f\xfd/, 'compressed with zstd'],
  [/^7z\xbc\xaf\x27\x1c/, 'a 7z archive'],
  [/^\xfd7zXZ\0/, 'compressed with xz'],
  [/^Rar!\x1a\x07/, 'a RAR archive'],
  [/^SQLite format 3\0/, 'an SQLite database'],
  [/^ARROW1\0\0/, 'an Arrow file'],
  [/^Obj\x01/, 'an Avro file'],
];

/** Does not match a CSV header like `<TICKER>,<DATE>`: there a delimiter follows the first tag. */
const MARKUP = /^(?:\xef\xbb\xbf)?\s*<(?:!|\?xml|[a-z_][^<>]*>(?!\s*(?:[,;"|\t]|$)))/i;

/** The name of an office document that is a zip archive, from the names of the files in it; null for other archives. */
export const spreadsheetOf = (names: readonly string[]): string | null =>
  names.some((name) => name === '[Content_Types].xml' || name.startsWith('xl/'))
    ? 'an Excel workbook (.xlsx) or another Office document'
    : names.includes('mimetype') && names.includes('content.xml')
      ? 'an OpenDocument spreadsheet (.ods)'
      : null;

/** The name of a known format that Almagest does not read, from the first bytes of a file; null for all other files. */
export function foreignFormat(head: Uint8Array): string | null {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  const found = MAGIC.find(([magic]) => magic.test(text))?.[1] ?? null;
  if (found === 'a zip archive') return SPREADSHEETS.find(([name]) => text.includes(name))?.[1] ?? found;
  return found ?? (MARKUP.test(text) ? 'an HTML page or an XML document' : null);
}
