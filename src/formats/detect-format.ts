import { checkEncoding } from './check-encoding';
import { FileError } from './file-error';
import { foreignFormat } from './foreign-format';
import type { FileFormat } from './format';
import { firstNonBlank } from './json/first-non-blank';

/** So many first bytes of a file are looked at; a shorter head is the whole file. */
export const HEAD_BYTES = 65_536;

const EXTENSIONS: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
};
const NAMES: Record<FileFormat, string> = { csv: 'CSV', json: 'JSON', ndjson: 'NDJSON' };
const CONTENTS: Record<FileFormat, string> = {
  csv: 'begins like neither a JSON array ("[") nor an object ("{")',
  json: 'begins with "[", like a JSON array',
  ndjson: 'begins with "{", like NDJSON (one object on each line)',
};
const OPEN_ARRAY = 91;
const OPEN_OBJECT = 123;
/** A line of NDJSON that is a value, though no object, is an error of its row. */
const SCALAR = /["\d\-tfn]/;

/**
 * Tells the format of a file from what the request declares, its name and its first byte that is no white space.
 * `head`: the first bytes of the file, HEAD_BYTES at most. Throws a `FileError`: `file_empty`, `unsupported_file_format`
 * (a known format that is not read, by its name), `encoding_unsupported`, or `format_contradiction`.
 */
export function detectFormat(
  head: Uint8Array,
  fileName: string | null,
  declared: FileFormat | null,
): FileFormat {
  const foreign = foreignFormat(head);
  if (foreign !== null) {
    const message = `The file is ${foreign}; CSV, JSON and NDJSON are read. Unpack it or save it as one of these.`;
    throw new FileError('unsupported_file_format', message);
  }
  const named = formatOfName(fileName);
  const first = firstNonBlank(head, checkEncoding(head), head.length);
  if (first === head.length) {
    if (head.length < HEAD_BYTES) throw new FileError('file_empty', 'The file is empty.');
    return agree(declared, named) ?? 'csv';
  }
  const format = agree(declared, named);
  const byte = head[first] ?? 0;
  const content = byte === OPEN_ARRAY ? 'json' : byte === OPEN_OBJECT ? 'ndjson' : 'csv';
  if (format === null || format === content) return content;
  if (format === 'ndjson' && content === 'csv' && SCALAR.test(String.fromCharCode(byte))) return format;
  throw contradiction(format, content, format === declared);
}

function formatOfName(fileName: string | null): FileFormat | null {
  const extension = /\.([^.]+)$/.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(EXTENSIONS, extension) ? (EXTENSIONS[extension] ?? null) : null;
}

/** What is declared and what the name says must agree; NDJSON is often named .json. */
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
    `${what} it ${CONTENTS[content]}. ${notification(format, content)}`,
    1,
  );
}

function notification(format: FileFormat, content: FileFormat): string {
  if (content === 'csv') {
    return `A ${NAMES[format]} file begins with "${format === 'json' ? '[' : '{'}"; a CSV file is sent with format=csv.`;
  }
  if (format === 'csv') {
    return `Send it as ${NAMES[content]}; in a CSV file a column whose name begins so is put into quotes.`;
  }
  return content === 'ndjson'
    ? 'Send it with format=ndjson, or put the objects into one array: [{…}, {…}].'
    : 'Send it as JSON: format=json and a name that ends with .json.';
}
