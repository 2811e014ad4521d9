import { Buffer } from 'node:buffer';
import { UTF_8 } from './resolve-encoding';
import { type Code, multiByteCodes, TO_ASCII } from './multi-byte-codes';
import { isSingleByte, NO_CHARACTER, singleByteTable } from './single-byte';

/** What stands for a character that the encoding does not have; it is ASCII. */
export type Substitute = (character: string) => string;

/** Encodes texts one after the other: `byteDecoder` of the same encoding reads the text again. */
export type ByteEncoder = (text: string, substitute: Substitute) => Buffer;

/**
 * An encoder from text to `encoding`, a name of the encoding standard in lower case. A character that the encoding does not
 * have is written as `substitute` says. Each text begins and ends in ASCII, also where an encoding has states.
 */
export function byteEncoder(encoding: string): ByteEncoder {
  if (encoding === UTF_8) return (text) => Buffer.from(text);
  if (encoding === 'utf-16le') return (text) => Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return (text) => Buffer.from(text, 'utf16le').swap16();
  const codeOf = isSingleByte(encoding) ? singleByteCodes(encoding) : multiByteCodes(encoding);
  return (text, substitute) => encode(text, codeOf, substitute);
}

/** The byte order mark by which a file in this encoding is read without a label; empty where there is none. */
export function byteOrderMark(encoding: string): Buffer {
  return encoding.startsWith('utf-16') ? byteEncoder(encoding)('\ufeff', () => '') : Buffer.alloc(0);
}

const NOT_ASCII = /[^\0-\x7f]/;

function encode(
  text: string,
  codeOf: (character: string) => Code | undefined,
  substitute: Substitute,
): Buffer {
  if (!NOT_ASCII.test(text)) return Buffer.from(text, 'latin1');
  let bytes = '';
  let state = '';
  for (const character of text) {
    const isAscii = character < '\x80';
    const code = isAscii ? undefined : codeOf(character);
    const next = code?.state ?? '';
    if (next !== state) bytes += next === '' ? TO_ASCII : next;
    state = next;
    bytes += code?.bytes ?? (isAscii ? character : substitute(character));
  }
  return Buffer.from(state === '' ? bytes : bytes + TO_ASCII, 'latin1');
}

function singleByteCodes(encoding: string): (character: string) => Code | undefined {
  const codes = new Map<string, Code>();
  for (const [byte, unit] of singleByteTable(encoding).entries()) {
    if (unit !== NO_CHARACTER)
      codes.set(String.fromCharCode(unit), { bytes: String.fromCharCode(byte), state: '' });
  }
  return (character) => codes.get(character);
}
