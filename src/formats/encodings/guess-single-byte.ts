import { byteDecoder } from './byte-decoder';

/** A letter in lower case directly before one in upper case: rare in a word that is decoded correctly. */
const WRONG_CASE = /\p{Ll}\p{Lu}/gu;
/** Between two letters such a character of windows-1252 is a letter of windows-1250. */
const MARK_IN_WORD = /\p{L}[¹³¼¾¿ŸÆæ](?=\p{Ll})/u;
const LOW_CONTROLS_END = 0xa0;
/** Quotation marks, dashes, dots, the euro and the trade mark of windows-1252, which are letters of macintosh. */
const PUNCTUATION: ReadonlySet<number> = new Set([
  0x80, 0x85, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9b,
]);

const decode = (sample: Uint8Array, encoding: string): string =>
  byteDecoder(encoding).decode(sample, true).text.toString();

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Of the Cyrillic encodings the one whose words have their capitals in front. */
export function cyrillicEncoding(sample: Uint8Array): string {
  const [best] = ['windows-1251', 'koi8-r', 'ibm866']
    .map((encoding): [string, number] => [encoding, oddities(decode(sample, encoding))])
    .sort(([, a], [, b]) => a - b);
  return best?.[0] ?? 'windows-1251';
}

const oddities = (text: string): number =>
  count(text, WRONG_CASE) + count(text, /[^\0-\u007f\u0400-\u04ff]/gu);

/** windows-1252, unless the sample has what only windows-1250 or macintosh explain. */
export function westernEncoding(sample: Uint8Array): string {
  const high = sample.filter((byte) => byte >= 0x80);
  const isMac = high.every((byte) => byte < LOW_CONTROLS_END) && high.some((byte) => !PUNCTUATION.has(byte));
  if (isMac && /\p{L}/u.test(decode(sample, 'macintosh'))) return 'macintosh';
  return MARK_IN_WORD.test(decode(sample, 'windows-1252')) ? 'windows-1250' : 'windows-1252';
}
