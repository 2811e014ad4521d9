import { FileError } from '../format';
import { asUtf8 } from './decode-stream';
import { encodingOfLabel } from './encoding-label';
import { decodeHead, resolveEncoding } from './resolve-encoding';

async function read(bytes: Uint8Array, label?: string, chunk = bytes.length || 1) {
  const parts: Uint8Array[] = [];
  async function* cut(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  try {
    for await (const part of asUtf8(cut(), label)) parts.push(Buffer.from(part));
    return { text: Buffer.concat(parts).toString(), error: null };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { text: Buffer.concat(parts).toString(), error };
  }
}

/** Bytes of a text in encodings that the runtime only decodes, found by decoding every sequence of one or two bytes. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const known = new Map<string, number[]>();
  const learn = (bytes: number[]): void => {
    try {
      const one = decoder.decode(Uint8Array.from(bytes));
      if ([...one].length === 1 && !known.has(one)) known.set(one, bytes);
    } catch {
      // these bytes are no character
    }
  };
  for (let a = 0; a < 256; a++) learn([a]);
  for (let a = 0x81; a < 255; a++) for (let b = 0x40; b < 255; b++) learn([a, b]);
  return Uint8Array.from([...text].flatMap((one) => known.get(one) ?? []));
}

const LINES = 'identifier,name\nx,Société Générale €\n';
/** The euro sign is 0x80 in windows-1252. */
const WINDOWS_1252 = Buffer.concat([
  Buffer.from('identifier,name\nx,Société Générale ', 'latin1'),
  Buffer.of(0x80, 0x0a),
]);

describe('A file in another encoding than UTF-8', () => {
  it.each([1, 2, 3, 7, 1_000])('reads the same however it arrives (%s bytes at a time)', async (chunk) => {
    const japanese = 'コード,銘柄名\n7203,トヨタ自動車\n';
    expect(await read(WINDOWS_1252, 'windows-1252', chunk)).toEqual({ text: LINES, error: null });
    expect(await read(encode(japanese, 'shift_jis'), 'Shift_JIS', chunk)).toEqual({
      text: japanese,
      error: null,
    });
    const utf16 = Buffer.from(`\ufeff${LINES}𝄞\n`, 'utf16le');
    expect(await read(utf16, undefined, chunk)).toEqual({ text: `${LINES}𝄞\n`, error: null });
    expect(await read(utf16.swap16(), undefined, chunk)).toEqual({ text: `${LINES}𝄞\n`, error: null });
  });

  it('passes UTF-8 on as it is, even when it is not UTF-8: that is checked with the records', async () => {
    expect((await read(Buffer.from('\ufeffa,b\n'))).text).toBe('\ufeffa,b\n');
    expect((await read(Buffer.from('ab'), 'utf-8')).text).toBe('ab');
    expect((await read(Buffer.alloc(0))).text).toBe('');
  });

  it.each([
    ['latin1', '€', [0x80]],
    ['windows-1252', '\x81Ž’', [0x81, 0x8e, 0x92]],
    ['iso-8859-15', '€', [0xa4]],
    ['iso-8859-16', '€șț', [0xa4, 0xba, 0xfe]],
    ['windows-1250', 'Łódź', [0xa3, 0xf3, 0x64, 0x9f]],
    ['cp1251', 'Газпром', [0xc3, 0xe0, 0xe7, 0xef, 0xf0, 0xee, 0xec]],
    ['koi8-r', 'Газ', [0xe7, 0xc1, 0xda]],
    ['ibm866', '\x1aГ\x7f', [0x1a, 0x83, 0x7f]],
    ['shift_jis', 'ｱ\x1a\x7f', [0xb1, 0x1a, 0x7f]],
    ['x-user-defined', '\uf780a', [0x80, 0x61]],
    ['gb18030', '中𠀀', [0xd6, 0xd0, 0x95, 0x32, 0x82, 0x36]],
    ['iso-2022-jp', '漢a', [0x1b, 0x24, 0x42, 0x34, 0x41, 0x1b, 0x28, 0x42, 0x61]],
  ])('decodes %s as the encoding standard does', async (label, text, bytes) => {
    expect(await read(Uint8Array.from(bytes), label)).toEqual({ text, error: null });
  });

  it.each([1, 3, 1_000])(
    'gives offset and line of a byte that is no character, after the text before it (%s at a time)',
    async (chunk) => {
      const greek = Uint8Array.from([0xc1, 0x0a, 0xe1, 0xd2, 0x0a]);
      expect(await read(greek, 'windows-1253', chunk)).toMatchObject({
        text: 'Α\nα',
        error: {
          code: 'invalid_encoding',
          line: 2,
          message: expect.stringMatching(/0xD2 at offset 3 \(line 2\)/),
        },
      });
      const korean = Uint8Array.from([0xb0, 0xa1, 0x0a, 0xb0, 0xa1, 0xff, 0x41]);
      expect(await read(korean, 'euc-kr', chunk)).toMatchObject({
        text: '가\n가',
        error: { line: 2, message: expect.stringMatching(/0xFF at offset 5 \(line 2\)/) },
      });
    },
  );

  it('refuses what the runtime would turn into control characters or private ones instead of the standard’s', async () => {
    expect((await read(Uint8Array.from([0x61, 0x81, 0x41]), 'euc-kr')).error).toMatchObject({
      message: expect.stringMatching(/offset 1/),
    });
    expect((await read(Uint8Array.from([0x61, 0x87, 0x40]), 'big5')).error).toMatchObject({
      message: expect.stringMatching(/offset 1/),
    });
  });

  it.each([
    ['shift_jis', [0x41, 0x8a], 'A'],
    ['utf-16le', [0x41, 0, 0x42], 'A'],
    ['utf-16le', [0x41, 0, 0x3d, 0xd8], 'A'],
  ])('refuses %s that is cut within a character', async (label, bytes, text) => {
    expect(await read(Uint8Array.from(bytes), label, 1)).toMatchObject({
      text,
      error: {
        code: 'invalid_encoding',
        message: expect.stringMatching(/ends in the middle of a character/),
      },
    });
  });

  it('refuses half of a surrogate pair in UTF-16', async () => {
    const bytes = Buffer.from('a\n\ud83db', 'utf16le');
    expect((await read(bytes, 'utf-16le')).error).toMatchObject({ code: 'invalid_encoding', line: 2 });
  });
});

describe('The encoding of a file', () => {
  const outcome = (label: string | undefined, head: Uint8Array) => {
    try {
      return resolveEncoding(label, head);
    } catch (error) {
      if (error instanceof FileError) return error.message;
      throw error;
    }
  };

  it('is the one that the label denotes, else UTF-8, or UTF-16 by its mark', () => {
    expect(outcome(undefined, Buffer.from('a,b'))).toBe('utf-8');
    expect(outcome(undefined, Buffer.from('\ufeffa,b', 'utf16le'))).toBe('utf-16le');
    expect(outcome(undefined, Buffer.from('\ufeffa,b', 'utf16le').swap16())).toBe('utf-16be');
    expect(outcome(' Latin1 ', WINDOWS_1252)).toBe('windows-1252');
    expect(outcome('utf-16', Buffer.from('ab', 'utf16le'))).toBe('utf-16le');
  });

  it('contradicts no byte order mark', () => {
    expect(outcome('windows-1252', Buffer.from('\ufeffa'))).toMatch(/mark of utf-8.*Leave "encoding" out/);
    expect(outcome('utf-8', Buffer.from('\ufeffa', 'utf16le'))).toMatch(/mark of utf-16le/);
    expect(outcome('utf-16le', Buffer.from('\ufeffa', 'utf16le'))).toBe('utf-16le');
  });

  it('is not guessed: UTF-16 without a mark is refused with its label and its first line', () => {
    const head = Buffer.from(LINES, 'utf16le');
    expect(outcome(undefined, head)).toMatch(/"identifier,name".*"encoding":"utf-16le"/);
    expect(outcome('utf-16le', head)).toBe('utf-16le');
    expect(outcome(undefined, Buffer.of(0x61, 0, 0, 0))).toMatch(/UTF-32/);
    expect(outcome(undefined, Buffer.of(0xff, 0xfe, 0, 0))).toMatch(/UTF-32/);
  });

  it.each(['utf-9', '', 'replacement', 'hz-gb-2312', 'cp1252 2'])(
    'is unknown under the label %j',
    (label) => {
      expect(encodingOfLabel(label)).toBeNull();
      expect(outcome(label, Buffer.from('a'))).toMatch(/is no encoding/);
    },
  );

  it('decodes a head that ends within a character', () => {
    expect(decodeHead(Buffer.from('\ufeffaü').subarray(0, 5), 'utf-8', false).toString('latin1')).toBe(
      'a\xc3',
    );
    expect(decodeHead(Buffer.from('\ufeffaü', 'utf16le').subarray(0, 5), 'utf-16le', false).toString()).toBe(
      'a',
    );
  });
});
