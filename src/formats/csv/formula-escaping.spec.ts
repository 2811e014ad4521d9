import * as fc from 'fast-check';
import { escapeFormula, unescapeFormula } from './write-csv';

const tricky = fc.array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '1', '.', 'e', 'a', ' '), {
  maxLength: 6,
});
const cell = fc.oneof(
  tricky.map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);
const number = fc.stringMatching(/^-?(?:0|[1-9]\d{0,9})(?:\.\d{1,9})?(?:[eE][+-]?\d{1,2})?$/);

describe('escapeFormula', () => {
  it('can be undone for every cell', () => {
    fc.assert(
      fc.property(cell, (text) => expect(unescapeFormula(escapeFormula(text))).toBe(text)),
      { numRuns: 5_000 },
    );
  });

  it('leaves no cell that a spreadsheet would run, save a number', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const escaped = escapeFormula(text);
        if (/^[=+\-@\t\r\n]/.test(escaped)) expect(Number(escaped)).not.toBeNaN();
      }),
      { numRuns: 5_000 },
    );
  });

  it('touches no number, and neither does unescapeFormula', () => {
    fc.assert(
      fc.property(number, (text) => {
        expect(escapeFormula(text)).toBe(text);
        expect(unescapeFormula(text)).toBe(text);
      }),
    );
  });

  it.each([
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['+1', "'+1"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ["'=1", "''=1"],
    ["'tis", "'tis"],
    ['-1.5', '-1.5'],
    ['-', "'-"],
    ['', ''],
  ])('writes %j as %j', (text, escaped) => {
    expect(escapeFormula(text)).toBe(escaped);
  });
});
