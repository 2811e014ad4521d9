import * as fc from 'fast-check';
import { decimalKind } from './decimal';

const options = { max: null, values: null };
const read = (text: string) => decimalKind.read(text, options);

/** The same grammar once more, character by character; null: no decimal. Its value is digits / 10^scale. */
function reference(text: string): { negative: boolean; digits: string; scale: number } | null {
  let at = 0;
  const eat = (characters: string): string => {
    const start = at;
    while (at < text.length && characters.includes(text[at] ?? '?')) at++;
    return text.slice(start, at);
  };
  const negative = text[at] === '-';
  if (negative) at++;
  const whole = eat('0123456789');
  if (whole === '' || (whole.length > 1 && whole.startsWith('0'))) return null;
  let fraction = '';
  if (text[at] === '.') {
    at++;
    fraction = eat('0123456789');
    if (fraction === '') return null;
  }
  let exponent = 0;
  if (text[at] === 'e' || text[at] === 'E') {
    at++;
    const sign = text[at] === '-' ? -1 : 1;
    if (text[at] === '-' || text[at] === '+') at++;
    const power = eat('0123456789');
    if (power === '') return null;
    exponent = sign * Number(power);
  }
  if (at < text.length || whole.length + fraction.length > 1_000 || Math.abs(exponent) > 100) return null;
  return { negative, digits: whole + fraction, scale: fraction.length - exponent };
}

/** True when two decimals are the same number, by whole numbers of one scale. */
function sameNumber(a: { negative: boolean; digits: string; scale: number }, b: typeof a): boolean {
  const scale = Math.max(a.scale, b.scale, 0);
  const of = ({ negative, digits, scale: own }: typeof a): bigint =>
    BigInt(digits) * 10n ** BigInt(scale - own) * (negative ? -1n : 1n);
  return of(a) === of(b);
}

const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{0,${most}}$`));
const likeNumbers = fc
  .tuple(
    fc.constantFrom('', '', '-', '+', ' '),
    digits(25),
    fc.constantFrom('', '.', '.', ','),
    digits(25),
    fc.constantFrom('', '', 'e', 'E', 'e-', 'E+', 'e+-'),
    digits(3),
    fc.constantFrom('', '', '', ' ', '\n', 'f'),
  )
  .map((parts) => parts.join(''));
const anyText = fc.string({
  unit: fc.constantFrom(...'0123456789.-+eE ,_xXnNaAiIfF\u0661\u2212'),
  maxLength: 12,
});

describe('A decimal', () => {
  it('is taken and refused by the grammar that another implementation has, and keeps its value', () => {
    fc.assert(
      fc.property(fc.oneof(likeNumbers, anyText, fc.string()), (text) => {
        const expected = reference(text);
        const given = read(text);
        expect([text, typeof given]).toEqual([text, expected === null ? 'object' : 'string']);
        if (expected === null || typeof given !== 'string') return;
        const canonical = reference(given);
        expect(canonical).not.toBeNull();
        if (canonical) expect([text, sameNumber(expected, canonical)]).toEqual([text, true]);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is written plainly: no exponent, no minus before zero, every digit and trailing zero that was given', () => {
    fc.assert(
      fc.property(likeNumbers, (text) => {
        const given = read(text);
        if (typeof given !== 'string') return;
        expect(given).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/);
        expect(given).not.toMatch(/^-[0.]+$/);
        expect(read(given)).toBe(given);
        const scale = given.includes('.') ? given.length - given.indexOf('.') - 1 : 0;
        expect(scale).toBe(Math.max(0, reference(text)?.scale ?? 0));
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([
    ['1e5', '100000'],
    ['5e-05', '0.00005'],
    ['1.10', '1.10'],
    ['-0', '0'],
    ['-0.00', '0.00'],
    ['0e5', '0'],
    ['1.50e1', '15.0'],
    ['120e-1', '12.0'],
    ['1e100', `1${'0'.repeat(100)}`],
    ['1e-100', `0.${'0'.repeat(99)}1`],
    ['9'.repeat(1_000), '9'.repeat(1_000)],
  ])('%s is %s', (text, canonical) => {
    expect(read(text)).toBe(canonical);
  });

  it.each(['1e101', '1e-101', '9'.repeat(1_001), `${'9'.repeat(950)}e60`, `1e${'9'.repeat(400)}`])(
    'is refused where it would be too long: %s',
    (text) => {
      expect(read(text)).toMatchObject({ code: 'invalid_number' });
    },
  );
});
