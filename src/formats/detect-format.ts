import { decodeHead, resolveEncoding } from './encodings/resolve-encoding';
import { FileError, type FileFormat } from './format';
import { foreignFormat } from './foreign-format';
import { firstNonBlank } from './json/ndjson-scanner';

/** Number of leading bytes that are examined. A shorter head is the whole file. */
export const HEAD_BYTES = 65_536;

const EXTENSIONS: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
};
const NAMES: Record<FileFormat, string> = { csv: 'CSV', json: 'JSON', ndjson: 'NDJSON' };
const CONTENTS: Record<FileFormat, string> = {
  csv: 'begins with neither "[" (a JSON array) nor "{" (an object)',
  json: 'begins with "[", like a JSON array',
  ndjson: 'begins with "{", like NDJSON (one object on each line)',
};
const OPEN_ARRAY = 91;
const OPEN_OBJECT = 123;
/** First characters of JSON values that are not objects. In NDJSON such a line is a row error, not a file error. */
const SCALAR = /["\d\-tfn]/;

/**
 * Detects the format of a file from the format that the request declares, the file name and the first byte that is not
 * white space. `head`: the first bytes of the file, at most HEAD_BYTES. Throws a `FileError`: `file_empty`,
 * `unsupported_file_format` (it names the format), `encoding_unsupported` or `format_contradiction`. `label`: the encoding
 * that the request names.
 */
export function detectFormat(
  head: Uint8Array,
  fileName: string | null,
  declared: FileFormat | null,
  label?: string,
): FileFormat {
  const foreign = foreignFormat(head);
  if (foreign !== null) {
    const message = `The file is ${foreign}; Almagest reads CSV, JSON and NDJSON. Unpack the file or save it in one of these formats.`;
    throw new FileError('unsupported_file_format', message);
  }
  const named = formatOfName(fileName);
  const text = decodeHead(head, resolveEncoding(label, head), false);
  const first = firstNonBlank(text, 0, text.length);
  if (first === text.length) {
    if (head.length < HEAD_BYTES) throw new FileError('file_empty', 'The file is empty.');
    return agree(declared, named) ?? 'csv';
  }
  const format = agree(declared, named);
  const byte = text[first] ?? 0;
  const content = byte === OPEN_ARRAY ? 'json' : byte === OPEN_OBJECT ? 'ndjson' : 'csv';
  if (format === null || format === content) return content;
  if (format === 'ndjson' && content === 'csv' && SCALAR.test(String.fromCharCode(byte))) return format;
  throw contradiction(format, content, format === declared);
}

function formatOfName(fileName: string | null): FileFormat | null {
  const extension = /\.([^.]+)$/.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(EXTENSIONS, extension) ? (EXTENSIONS[extension] ?? null) : null;
}

/** The declared format and the file name must agree, but NDJSON files are often named .json. */
function agree(declared: FileFormat | null, named: FileFormat | null): FileFormat | null {
  if (declared === null || named === null || declared === named) return declared ?? named;
  if (declared === 'ndjson' && named === 'json') return declared;
  throw new FileError(
    'format_contradiction',
    `format=${declared} was sent with a file whose name says ${NAMES[named]}. Send format=${named}, or rename the file.`,
  );
}

function contradiction(format: FileFormat, content: FileFormat, declared: boolean): FileError {
  const what = declared
    ? `format=${format} was sent, but`
    : `The name of the file says ${NAMES[format]}, but`;
  return new FileError(
    'format_contradiction',
    `${what} it ${CONTENTS[content]}. ${adviceFor(format, content)}`,
    1,
  );
}

function adviceFor(format: FileFormat, content: FileFormat): string {
  if (content === 'csv') {
    return `A ${NAMES[format]} file begins with "${format === 'json' ? '[' : '{'}"; a CSV file is sent with format=csv.`;
  }
  if (format === 'csv') {
    return `Send it as ${NAMES[content]}; in a CSV file, put a column name that begins like this into quotes.`;
  }
  return content === 'ndjson'
    ? 'Send it with format=ndjson, or put the objects into one array: [{…}, {…}].'
    : 'Send it as JSON: format=json and a name that ends with .json.';
}
