import { readLimit } from './page';

describe('readLimit', () => {
  it.each([
    [undefined, 50],
    ['1', 1],
    ['200', 200],
    ['201', 200],
    ['9'.repeat(400), 200],
  ])('reads %j as %d', (text, limit) => expect(readLimit(text)).toBe(limit));

  it.each(['', '0', '-1', '1.5', '1e2', 'all', ' 1', '٣'])('refuses %j', (text) => {
    expect(() => readLimit(text)).toThrow('whole number');
  });
});
