import { byteDecoder } from './byte-decoder';
import { byteEncoder, byteOrderMark } from './byte-encoder';

const MULTI_BYTE: [string, string][] = [
  ['shift_jis', 'トヨタ自動車 ｱｲｳ ~\\'],
  ['euc-jp', 'トヨタ自動車 ｱｲｳ 丂'],
  ['iso-2022-jp', 'トヨタ自動車 ｱｲｳ A トヨタ'],
  ['euc-kr', '삼성전자'],
  ['gbk', '中国平安€'],
  ['gb18030', '中国平安 é ㊣ 𠀀 😀'],
  ['big5', '台積電'],
  ['utf-8', 'é 😀'],
  ['utf-16le', 'é 😀 台'],
  ['utf-16be', 'é 😀 台'],
];
const SINGLE_BYTE = [
  'ibm866',
  'iso-8859-2',
  'iso-8859-8-i',
  'iso-8859-16',
  'koi8-r',
  'macintosh',
  'windows-874',
  'windows-1252',
  'windows-1251',
  'x-user-defined',
];

const never = (character: string): string => {
  throw new Error(`There is no ${character}.`);
};
const decode = (encoding: string, bytes: Uint8Array): string =>
  byteDecoder(encoding).decode(bytes, true).text.toString();

describe('byteEncoder', () => {
  it.each(MULTI_BYTE)('writes %s so that it is read again', (encoding, text) => {
    expect(decode(encoding, byteEncoder(encoding)(`a,${text}\n`, never))).toBe(`a,${text}\n`);
  });

  it.each(SINGLE_BYTE)('writes every character of %s', (encoding) => {
    const decoder = byteDecoder(encoding);
    const all = Array.from({ length: 256 }, (_, byte) =>
      decoder.decode(Uint8Array.of(byte), false).text.toString(),
    );
    const text = all.join('');
    expect(text.length).toBeGreaterThan(200);
    expect(decode(encoding, byteEncoder(encoding)(text, never))).toBe(text);
  });

  it.each(['shift_jis', 'euc-jp', 'euc-kr', 'gbk', 'gb18030', 'big5'])(
    'writes every character of %s that has two bytes',
    (encoding) => {
      const encode = byteEncoder(encoding);
      const pairs = new Set<string>();
      for (let lead = 0x81; lead < 0xff; lead += 3) {
        for (let trail = 0x40; trail < 0xff; trail += 7) {
          const { text, invalidAt } = byteDecoder(encoding).decode(Uint8Array.of(lead, trail), true);
          if (invalidAt < 0) pairs.add(text.toString());
        }
      }
      const all = [...pairs].join(',');
      expect(decode(encoding, encode(all, never))).toBe(all);
      expect(pairs.size).toBeGreaterThan(200);
    },
  );

  it('puts a substitute for a character that the encoding does not have', () => {
    const bytes = byteEncoder('windows-1252')('5 台', () => '<?>');
    expect(bytes.toString('latin1')).toBe('5 <?>');
    const japanese = byteEncoder('iso-2022-jp')('車é車', () => '?');
    expect(decode('iso-2022-jp', japanese)).toBe('車?車');
  });

  it('marks UTF-16 alone', () => {
    expect(byteOrderMark('utf-16le')).toEqual(Buffer.of(0xff, 0xfe));
    expect(byteOrderMark('utf-16be')).toEqual(Buffer.of(0xfe, 0xff));
    expect(byteOrderMark('utf-8')).toHaveLength(0);
    expect(byteOrderMark('windows-1252')).toHaveLength(0);
  });
});
