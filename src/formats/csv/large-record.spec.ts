import { adviceOnLargeRecord } from './large-record';

const COMMA = 44;
const QUOTE = 34;
const advice = (text: string, quote: number | null = QUOTE): string =>
  adviceOnLargeRecord(Buffer.from(text), COMMA, quote);

describe('why a record is too large', () => {
  it('says that it is one cell, and which', () => {
    expect(advice(`id,name,${'x'.repeat(1_000)}`)).toMatch(
      /^Almost all of it is one cell, number 3\. Shorten/,
    );
    expect(advice('x'.repeat(1_000))).toMatch(/^Almost all of it is one cell, number 1\. Shorten/);
  });

  it('says that a quote is never closed', () => {
    expect(advice(`a,"${'b,c\n'.repeat(500)}`)).toMatch(
      /^Almost all of it is one cell, number 2\. The likely cause/,
    );
    expect(advice(`a,"b""${',c\n'.repeat(500)}`)).toMatch(/one cell, number 2\. The likely cause is a quote/);
    expect(advice(`a,"b",${'c,'.repeat(500)}`)).not.toMatch(/quote/);
    expect(advice(`a,"${'b,c\n'.repeat(500)}`, null)).toMatch(
      /^It has 502 cells up to there\. Does the file have line ends/,
    );
  });

  it('says how many cells it has', () => {
    expect(advice(`a,b,${'c,'.repeat(500)}`)).toBe(
      'It has 503 cells up to there. Does the file have line ends (LF or CRLF)?',
    );
  });
});
