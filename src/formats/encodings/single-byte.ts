import { TextDecoder } from 'node:util';
/**
 * The high halves that a runtime may lack, or decodes in another way than the encoding standard does: windows-1252 has
 * characters at 0x80–0x9F (and control characters where it has none), as the standard says.
 */
const OWN_HALVES: Readonly<Record<string, string>> = {
  'windows-1252':
    '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ' +
    '\xa0¡¢£¤¥¦§¨©ª«¬\xad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  'iso-8859-16':
    '\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f' +
    '\xa0ĄąŁ€„Š§š©Ș«Ź\xadźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ',
};

/** The encodings of the standard with one byte for each character. */
const SINGLE_BYTE: ReadonlySet<string> = new Set([
  'ibm866',
  ...[2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16].map((part) => `iso-8859-${part}`),
  'iso-8859-8-i',
  'koi8-r',
  'koi8-u',
  'macintosh',
  'windows-874',
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((page) => `windows-125${page}`),
  'x-mac-cyrillic',
  'x-user-defined',
]);

/** In a table: this byte is no character of the encoding. */
export const NO_CHARACTER = 0xffff;
const HALF = 128;
/** Where x-user-defined puts its upper half. */
const USER_DEFINED = 0xf780;

/** True for an encoding whose characters have one byte each. `encoding`: a name of the standard in lower case. */
export const isSingleByte = (encoding: string): boolean => SINGLE_BYTE.has(encoding);

/** The character of each byte as a UTF-16 unit, `NO_CHARACTER` for none. ASCII is the same in all of them. */
export function singleByteTable(encoding: string): Uint16Array {
  const own = OWN_HALVES[encoding];
  return Uint16Array.from({ length: 2 * HALF }, (_, byte) => {
    if (byte < HALF) return byte;
    if (encoding === 'x-user-defined') return USER_DEFINED + byte - HALF;
    return own === undefined ? decodedByte(encoding, byte) : own.charCodeAt(byte - HALF);
  });
}

function decodedByte(encoding: string, byte: number): number {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(Uint8Array.of(byte)).charCodeAt(0);
  } catch {
    return NO_CHARACTER;
  }
}
