import { compareDecimals } from './compare-decimals';

describe('compareDecimals', () => {
  const ascending = [
    '-100',
    '-99.9',
    '-1.10',
    '-1.09',
    '-0.5',
    '0',
    '0.05',
    '0.5',
    '1',
    '1.01',
    '9.99',
    '10',
    '100.0',
  ];

  it('orders by value, with any number of digits', () => {
    for (const [at, a] of ascending.entries())
      for (const [other, b] of ascending.entries())
        expect([a, b, Math.sign(compareDecimals(a, b))]).toEqual([a, b, Math.sign(at - other)]);
    expect(compareDecimals('0.1234567890123456789012', '0.1234567890123456789013')).toBeLessThan(0);
  });

  it.each([
    ['1', '1.000'],
    ['-2.50', '-2.5'],
    ['0', '0.00'],
  ])('takes %s and %s for the same value', (a, b) => {
    expect(compareDecimals(a, b)).toBe(0);
    expect(compareDecimals(b, a)).toBe(0);
  });
});
