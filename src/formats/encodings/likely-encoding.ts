import { Buffer } from 'node:buffer';
import { byteDecoder } from './byte-decoder';
import { cyrillicEncoding, westernEncoding } from './guess-single-byte';

const isHigh = (byte = 0): boolean => byte >= 0x80;

/** How the bytes beyond ASCII are distributed in a text. */
export interface HighRuns {
  readonly bytes: number;
  readonly runs: number;
  /** Runs of an odd number of bytes. */
  readonly odd: number;
  /** Runs of one byte. */
  readonly single: number;
}

/**
 * The likely encoding of a text that is not UTF-8, for a message only: a file is never read by it unless the request says
 * so. `sample`: whole lines, at most some 64 KiB. Null when the sample says nothing.
 */
export function likelyEncoding(sample: Uint8Array): string | null {
  const runs = highRuns(sample);
  if (runs.bytes === 0) return null;
  // In an East Asian text most characters have two high bytes; an accented letter is alone between ASCII.
  if (runs.single * 2 <= runs.runs || runs.bytes > 4 * runs.runs) {
    const eastAsian = eastAsianEncoding(sample, runs);
    if (eastAsian !== null) return eastAsian;
    if (runs.bytes >= 3 * runs.runs) return cyrillicEncoding(sample);
  }
  return westernEncoding(sample);
}

function highRuns(sample: Uint8Array): HighRuns {
  let [bytes, runs, odd, single] = [0, 0, 0, 0];
  for (let at = 0; at < sample.length; at++) {
    if (!isHigh(sample[at])) continue;
    const start = at;
    while (isHigh(sample[at])) at++;
    const length = at - start;
    bytes += length;
    runs++;
    if (length % 2 === 1) odd++;
    if (length === 1) single++;
  }
  return { bytes, runs, odd, single };
}

/** What share of the characters beyond ASCII must be usual ones of the language. */
const USUAL_SHARE = 0.5;
const KANA = /[\u3040-\u30ff]/gu;
const HANGUL = /[\uac00-\ud7a3]/gu;
const HAN = /[\u4e00-\u9fff]/gu;
const BEYOND_ASCII = /[^\0-\u007f]/gu;

/** Each with what is usual in it, and its least share; Japanese is recognized by its syllables, which Chinese does not have. */
const EAST_ASIAN: readonly (readonly [string, RegExp, number])[] = [
  ['shift_jis', KANA, 0.2],
  ['euc-jp', KANA, 0.2],
  ['euc-kr', HANGUL, 0.8],
  ['big5', HAN, USUAL_SHARE],
  ['gb18030', HAN, USUAL_SHARE],
];

function eastAsianEncoding(sample: Uint8Array, { runs, odd }: HighRuns): string | null {
  const isPaired = odd * 5 <= runs;
  const found = EAST_ASIAN.find(([encoding, usual, share]) => {
    // Only Shift_JIS and Big5 have second bytes within ASCII, which make runs odd.
    if (!isPaired && encoding !== 'shift_jis' && encoding !== 'big5') return false;
    if (encoding === 'big5' && isPaired) return false; // of each two runs one would be odd
    const text = decodedOrNull(sample, encoding);
    if (text === null) return false;
    return count(text, usual) >= share * count(text, BEYOND_ASCII);
  });
  return found?.[0] ?? null;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The text of the sample; null when it has a byte that is none in this encoding. */
export function decodedOrNull(sample: Uint8Array, encoding: string): string | null {
  const { text, invalidAt } = byteDecoder(encoding).decode(Buffer.from(sample), true);
  return invalidAt < 0 ? text.toString() : null;
}
