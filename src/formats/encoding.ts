import { FileError } from './format';
import { isUtf8 } from 'node:buffer';

/** Number of leading bytes that decide about the encoding. A shorter file is checked by the bytes it has. */
export const ENCODING_BYTES = 4;

const NUL = 0;

/**
 * Returns the length in bytes of a UTF-8 byte order mark at the start of `head` (3, else 0).
 * Throws `encoding_unsupported` for UTF-16 and UTF-32, recognised by their mark or by their zero bytes.
 */
export function checkEncoding(head: Uint8Array): number {
  const found = wideEncoding(head[0], head[1], head[2], head[3]);
  if (found !== null) {
    throw new FileError(
      'encoding_unsupported',
      `The file is ${found}; only UTF-8 is read. Save it again as UTF-8 ("CSV UTF-8" in a spreadsheet).`,
      1,
    );
  }
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
}

function wideEncoding(a?: number, b?: number, c?: number, d?: number): string | null {
  if (a === 0xff && b === 0xfe)
    return c === NUL && d === NUL ? 'UTF-32 (little endian)' : 'UTF-16 (little endian)';
  if (a === 0xfe && b === 0xff) return 'UTF-16 (big endian)';
  if (a === NUL && b === NUL && c === 0xfe && d === 0xff) return 'UTF-32 (big endian)';
  // Without a mark: ASCII text in a wide encoding has a zero in every second (or three of four) bytes.
  const zeros = [a, b, c, d].map((byte) => (byte === undefined ? '' : byte === NUL ? '0' : 'x')).join('');
  switch (zeros) {
    case 'x0x0':
      return 'UTF-16 (little endian, without a byte order mark)';
    case '0x0x':
      return 'UTF-16 (big endian, without a byte order mark)';
    case 'x000':
      return 'UTF-32 (little endian, without a byte order mark)';
    case '000x':
      return 'UTF-32 (big endian, without a byte order mark)';
    default:
      return null;
  }
}

/** Offset of the first byte that does not belong to a well-formed UTF-8 sequence, or -1 when all of them do. */
export function findInvalidUtf8(bytes: Buffer): number {
  if (isUtf8(bytes)) return -1;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (length > 1 && !isUtf8(bytes.subarray(at, at + length))) return at;
    if (length === 0) return at;
    at += length;
  }
  return -1;
}

/** Length of the sequence that begins with the byte `lead`; 0 for a byte that begins none. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

/** With the u flag a surrogate within a pair is not a character of its own, so only lone surrogates match. */
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Four times as fast, and enough for most texts: they have no surrogate at all. */
const SURROGATE = /[\ud800-\udfff]/;

/** True when the text contains half of a surrogate pair. Such a text is not Unicode and has no UTF-8 form. */
export function hasLoneSurrogate(text: string): boolean {
  return SURROGATE.test(text) && LONE_SURROGATE.test(text);
}
