import { decodeHead, resolveEncoding } from './encodings/resolve-encoding';
import { FileError, type FileFormat } from './format';
import { foreignFormat } from './foreign-format';
import { lookAtContent, type Content } from './look-at-content';

/** Number of leading bytes that are examined. A shorter head is the whole file. */
export const HEAD_BYTES = 65_536;

const EXTENSIONS: Readonly<Record<string, FileFormat>> = {
  csv: 'csv',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
};
const NAMES: Record<FileFormat, string> = { csv: 'CSV', json: 'JSON', ndjson: 'NDJSON' };

/** What the reading options of a request say about the format of its file. */
export interface FormatHints {
  /** The encoding that they name. */
  readonly encoding?: string | undefined;
  /** `json_options` say where in a document the records are. */
  readonly isDocument?: boolean;
}

/**
 * Detects the format of a file: the format that the request declares, else by its content and its name, which must agree.
 * `head`: the first bytes of the content, at most HEAD_BYTES. `declared`: the field `format`. Throws a `FileError`: `file_empty`,
 * `unsupported_file_format` (it names the format), `encoding_unsupported` or `format_contradiction`.
 */
export function detectFormat(
  head: Uint8Array,
  fileName: string | null,
  declared: FileFormat | null,
  { encoding, isDocument = false }: FormatHints = {},
): FileFormat {
  const foreign = foreignFormat(head);
  if (foreign !== null) {
    const message = `The file is ${foreign}; Almagest reads CSV, JSON and NDJSON. Unpack the file or save it in one of these formats.`;
    throw new FileError('unsupported_file_format', message);
  }
  const isWhole = head.length < HEAD_BYTES;
  const text = decodeHead(head, resolveEncoding(encoding, head), isWhole).toString();
  const named = formatOfName(fileName);
  const expected = declared ?? (isDocument ? 'json' : named);
  if (text.trim() === '') {
    // An export of no rows in NDJSON has no bytes: it is taken as it was written.
    if (isWhole && expected !== 'ndjson') throw emptyFile();
    return expected ?? 'csv';
  }
  const content = lookAtContent(text, isWhole);
  return declared !== null || isDocument
    ? checkDeclared(expected ?? 'json', content, isDocument)
    : agreeWithName(named, content);
}

const emptyFile = (): FileError =>
  new FileError(
    'file_empty',
    'The file is empty. A CSV file without rows has its header, and a JSON file []. An NDJSON file without rows is ' +
      'empty: give it a name that ends with .ndjson.',
  );

function formatOfName(fileName: string | null): FileFormat | null {
  const extension = /\.([^.]+)$/.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(EXTENSIONS, extension) ? (EXTENSIONS[extension] ?? null) : null;
}

/** What is declared wins over the name, and over all contents but those that are certainly something else. */
function checkDeclared(declared: FileFormat, content: Content, isDocument: boolean): FileFormat {
  const { kind, isCertain } = content;
  const what = isDocument
    ? 'json_options say where in a JSON document the records are'
    : `format=${declared} was sent`;
  if (declared === 'csv') {
    if (kind === 'csv' || !isCertain) return declared;
    throw contradiction(`${what}, but ${content.shown}. ${content.advice}`);
  }
  if (kind === 'csv') {
    if (declared === 'ndjson' && content.isScalar) return declared; // in NDJSON such a line is an error of its row
    const advice = isDocument ? 'Leave json_options out for a CSV file.' : 'Send a CSV file with format=csv.';
    throw contradiction(`${what}, but ${content.shown}. ${advice}`);
  }
  if (declared === 'json') {
    if (kind === 'array' || isDocument) return declared;
    throw contradiction(`${what}, but ${content.shown}. ${content.advice}`);
  }
  if (kind === 'lines' || (kind === 'object' && content.isOneLine)) return declared;
  throw contradiction(`${what}, but ${content.shown}. ${content.advice}`);
}

/** Without a declaration the name and the content must agree. The advice names the format to declare: it wins over the name. */
function agreeWithName(named: FileFormat | null, content: Content): FileFormat {
  const { kind } = content;
  if (kind === 'object') {
    if (named === 'ndjson' && content.isOneLine) return named; // such as the one rejected row of an import
    throw contradiction(`${capital(content.shown)}. ${content.advice}`);
  }
  const found = kind === 'array' ? 'json' : kind === 'lines' ? 'ndjson' : 'csv';
  if (named === null || named === found) return found;
  if (named === 'ndjson' && content.isScalar) return named;
  throw contradiction(
    `The name of the file says ${NAMES[named]}, but ${content.shown}. Send format=${found}: it wins over the name.`,
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const contradiction = (message: string): FileError => new FileError('format_contradiction', message, 1);
