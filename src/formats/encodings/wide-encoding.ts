const NUL = 0;

/** An encoding with two or four bytes for each character of ASCII. */
export interface WideEncoding {
  readonly name: string;
  /** Its name in the encoding standard, which has no UTF-32. */
  readonly label: string | null;
}

const UTF_16_LE = { name: 'UTF-16 (little endian, without a byte order mark)', label: 'utf-16le' };
const UTF_16_BE = { name: 'UTF-16 (big endian, without a byte order mark)', label: 'utf-16be' };
const UTF_32_LE = { name: 'UTF-32 (little endian)', label: null };
const UTF_32_BE = { name: 'UTF-32 (big endian)', label: null };

/**
 * The encoding of a text without a byte order mark (or of UTF-32 with one) from its first four bytes: ASCII has a zero in
 * every second, or in three of four bytes there. Null for all others.
 */
export function wideEncoding(head: Uint8Array): WideEncoding | null {
  const [a, b, c, d] = head;
  if (a === NUL && b === NUL && c === 0xfe && d === 0xff) return UTF_32_BE;
  const zeros = [a, b, c, d].map((byte) => (byte === undefined ? '' : byte === NUL ? '0' : 'x')).join('');
  switch (zeros) {
    case 'x0x0':
      return UTF_16_LE;
    case '0x0x':
      return UTF_16_BE;
    case 'x000':
      return UTF_32_LE;
    case '000x':
      return UTF_32_BE;
    default:
      return null;
  }
}
