import { FileError } from './file-error';

/** So many first bytes of a file decide; a shorter file is judged by what it has. */
export const ENCODING_BYTES = 4;

const NUL = 0;

/**
 * Returns the length in bytes of a UTF-8 byte order mark at the start of `head` (3, else 0).
 * Throws `encoding_unsupported` for UTF-16 and UTF-32, marked or recognised by their zero bytes.
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
