import { notUtf8 } from './wrong-encoding';

/** The message for a file whose first byte beyond ASCII is not UTF-8. */
function message(bytes: Buffer): string {
  const at = bytes.findIndex((byte) => byte >= 0x80);
  const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
  return notUtf8(bytes, at, at, line).message;
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const lines = (...parts: (string | Buffer)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));

describe('A file that is not UTF-8', () => {
  it.each<[string, Buffer, RegExp]>([
    [
      'windows-1252',
      lines('id,name\r\nx,Société Générale\r\ny,Crédit Agricole\r\n'),
      /Byte 0xE9 at offset 15 \(line 2\).*likely Windows-1252: line 2 then reads "x,Société Générale"/,
    ],
    ['windows-1252', lines('id,name\nx,L\x92Or\xe9al\n'), /"x,L’Oréal"\..*\{"encoding":"windows-1252"\}/],
    ['macintosh', lines('id,name\nx,Soci\x8et\x8e G\x8en\x8erale\n'), /"x,Société Générale".*"macintosh"/],
    [
      'windows-1250',
      lines('id,name\nx,Wa\xb3brzych\ny,Ko\x9cciuszko\nz,P\xb3ock\n'),
      /"x,Wałbrzych".*"windows-1250"/,
    ],
    [
      'windows-1251',
      lines('id,name\nx,', hex('c3e0e7eff0eeec'), ' ', hex('cde5f4f2fc'), '\n'),
      /Windows-1251: line 2 then reads "x,Газпром Нефть"/,
    ],
    [
      'koi8-r',
      lines('id,name\nx,', hex('e7c1dad0d2cfcd'), ' ', hex('eec5c6d4d8'), '\n'),
      /"x,Газпром Нефть".*koi8-r/,
    ],
    [
      'shift_jis',
      lines('id,name\n7203,', hex('836783888 35e8ea993ae8ed4'.replace(' ', '')), '\n'),
      /"7203,トヨタ自動車".*"shift_jis"/,
    ],
    [
      'euc-jp',
      lines('id,name\n7203,', hex('a5c8a5e8a5bfbcabc6b0bcd6'), '\n'),
      /"7203,トヨタ自動車".*"euc-jp"/,
    ],
    ['euc-kr', lines('id,name\n1,', hex('bbefbcbac0fcc0da'), '\n'), /"1,삼성전자".*"euc-kr"/],
    ['gb18030', lines('id,name\n1,', hex('d6d0b9fac6bdb0b2'), '\n'), /"1,中国平安".*"gb18030"/],
  ])('in %s is refused with a line of its text', (_, bytes, expected) => {
    expect(message(bytes)).toMatch(expected);
  });

  it('that is UTF-8 but for one byte is damaged, not in another encoding', () => {
    const bytes = lines('id,name\n', Buffer.from('a,Société Générale\nb,Crédit\n'), 'c,\xff\n');
    const at = bytes.indexOf(0xff);
    expect(notUtf8(bytes, at, at, 4).message).toMatch(/damaged there/);
  });

  it('has a short line in its message, whatever the line', () => {
    const bytes = lines('id,name\nx,', 'é'.repeat(1_000_000), '\n');
    expect(message(bytes).length).toBeLessThan(500);
  });
});
