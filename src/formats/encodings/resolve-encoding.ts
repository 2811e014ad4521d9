import { Buffer } from 'node:buffer';
import { FileError } from '../format';
import { markLength } from '../encoding';
import { byteDecoder } from './byte-decoder';
import { encodingOfLabel, unknownEncoding } from './encoding-label';
import { wideEncoding } from './wide-encoding';

/** What is read as it is, without a decoder. */
export const UTF_8 = 'utf-8';

/**
 * The encoding of a file, as a name of the WHATWG encoding standard in lower case: the one that `label` denotes; without a
 * label UTF-8, or UTF-16 when the file begins with its byte order mark. `head`: at least the first four bytes, or the
 * whole file. Throws a `FileError` `encoding_unsupported` for a label that denotes none, for UTF-32, for UTF-16 that has
 * neither a label nor a mark, and for a mark that contradicts the label (docs/contract.md 2.6).
 */
export function resolveEncoding(label: string | undefined, head: Uint8Array): string {
  const named = label === undefined ? null : encodingOfLabel(label);
  if (label !== undefined && named === null) throw unsupported(unknownEncoding(label));
  const marked = markedEncoding(head);
  if (named === null) return marked ?? unmarked(head);
  if (marked === null || marked === named) return named;
  throw unsupported(
    `The file begins with the byte order mark of ${marked}, but "encoding" says ${named}. Leave "encoding" out: the mark is enough.`,
  );
}

/** The encoding whose byte order mark the file begins with; null without one. */
function markedEncoding(head: Uint8Array): string | null {
  const [a, b, c, d] = head;
  if (markLength(head) > 0) return UTF_8;
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a !== 0xff || b !== 0xfe) return null;
  if (c !== 0 || d !== 0) return 'utf-16le';
  throw unsupported('The file is UTF-32 (little endian), which is not read. Save it again as UTF-8.');
}

function unmarked(head: Uint8Array): string {
  const wide = wideEncoding(head);
  if (wide === null) return UTF_8;
  if (wide.label === null)
    throw unsupported(`The file is ${wide.name}, which is not read. Save it again as UTF-8.`);
  const line = firstLine(head, wide.label);
  throw unsupported(
    `The file is likely ${wide.name}; its first line then reads ${JSON.stringify(line)}. If that is right, ${encodingAdvice(wide.label)}; ` +
      'otherwise save it again as UTF-8 ("CSV UTF-8" in a spreadsheet).',
  );
}

const MAX_SHOWN = 80;
/** Bytes of a wide encoding that are enough to show its first line; a shorter head is the whole file. */
export const WIDE_HEAD_BYTES = 4 * MAX_SHOWN;

function firstLine(head: Uint8Array, label: string): string {
  const [line = ''] = decodeHead(head.subarray(0, WIDE_HEAD_BYTES), label, false)
    .toString()
    .split(/\r?\n/, 1);
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
}

/** How a request names an encoding. */
export const encodingAdvice = (encoding: string): string =>
  `send csv_options {"encoding":"${encoding}"} (for JSON: json_options)`;

/**
 * The first bytes of a file as UTF-8, without a byte order mark. `isWhole`: they are the whole file; otherwise a character that
 * is cut at their end is left out. Text ends before an invalid byte: it is reported when the file is read.
 */
export function decodeHead(head: Uint8Array, encoding: string, isWhole: boolean): Buffer {
  const text = encoding === UTF_8 ? Buffer.from(head) : byteDecoder(encoding).decode(head, isWhole).text;
  return text.subarray(markLength(text));
}

const unsupported = (message: string): FileError => new FileError('encoding_unsupported', message, 1);
