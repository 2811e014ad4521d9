import { Buffer } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** How a character is written. Both are bytes, each as the character of its number. */
export interface Code {
  readonly bytes: string;
  /** The escape sequence of the state in which the bytes mean it; empty: the state of ASCII. */
  readonly state: string;
}

/** The escape sequence by which ISO-2022-JP returns to ASCII. */
export const TO_ASCII = '\x1b(B';

/**
 * The characters of an encoding of several bytes, as the runtime decodes them: the reverse of its decoder. What has no code
 * cannot be written in it.
 */
export function multiByteCodes(encoding: string): (character: string) => Code | undefined {
  const decoder = new TextDecoder(encoding);
  const decode = (bytes: string): string => decoder.decode(Buffer.from(bytes, 'latin1'));
  const codes = new Map<string, Code>();
  for (const { state, sequences } of candidatesOf(encoding)) {
    const end = state === '' ? '\n' : `${TO_ASCII}\n`;
    const decoded = decode(sequences.map((bytes) => state + bytes + end).join('')).split('\n');
    for (const [index, bytes] of sequences.entries()) {
      const character = decoded[index] ?? '';
      if (isCharacter(character) && !codes.has(character)) codes.set(character, { bytes, state });
    }
  }
  const hasMore = encoding === 'gb18030' || encoding === 'gbk';
  return (character) => codes.get(character) ?? (hasMore ? supplementary(character, decode) : undefined);
}

/** One character that is not ASCII, and none that stands for bytes without a meaning. */
const isCharacter = (text: string): boolean => /^[^\0-\x9f\ue000-\uf8ff\ufffd]$/u.test(text);

/** Sequences of bytes that may be characters, in one state. */
interface Candidates {
  readonly state: string;
  readonly sequences: readonly string[];
}

function candidatesOf(encoding: string): Candidates[] {
  if (encoding === 'iso-2022-jp') {
    const low = range(0x21, 0x7e);
    return [
      { state: '\x1b$B', sequences: pairs(low, low) },
      { state: '\x1b(I', sequences: low },
      { state: '\x1b(J', sequences: ['\\', '~'] },
    ];
  }
  const sequences = [...range(0x80, 0xff), ...pairs(range(0x81, 0xfe), range(0x40, 0xfe))];
  const high = range(0xa1, 0xfe);
  if (encoding === 'euc-jp') sequences.push(...pairs(high, high).map((pair) => `\x8f${pair}`));
  if (encoding === 'gb18030' || encoding === 'gbk') {
    sequences.push(...Array.from({ length: BASIC }, (_, index) => fourBytes(index)));
  }
  return [{ state: '', sequences }];
}

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index));

const pairs = (leads: readonly string[], trails: readonly string[]): string[] =>
  leads.flatMap((lead) => trails.map((trail) => lead + trail));

/** In GB 18030: how many sequences of four bytes the Basic Multilingual Plane has, and the index of the first one beyond. */
const BASIC = 39_420;
const SUPPLEMENTARY = 189_000;

function supplementary(character: string, decode: (bytes: string) => string): Code | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x10000) return undefined;
  const bytes = fourBytes(SUPPLEMENTARY + code - 0x10000);
  return decode(bytes) === character ? { bytes, state: '' } : undefined;
}

const fourBytes = (index: number): string =>
  String.fromCharCode(
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1_260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  );
