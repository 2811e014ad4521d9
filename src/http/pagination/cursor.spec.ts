import fc from 'fast-check';
import { ProblemException } from '../problem/problem.exception';
import { decodeCursor, encodeCursor } from './cursor';

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

describe('a cursor', () => {
  it('gives back the values that it was made of', () => {
    const value = fc.option(fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
        expect(decodeCursor(encodeCursor(values), values.length)).toEqual(values);
      }),
    );
  });

  it.each([
    ['is empty', ''],
    ['is no base64url', 'a+b/c='],
    ['is no JSON', base64url('[')],
    ['is no array', base64url('{"v1":1}')],
    ['has another version', base64url('["v2","a"]')],
    ['has too few values', base64url('["v1"]')],
    ['has too many values', base64url('["v1","a","b"]')],
    ['holds a number', base64url('["v1",1]')],
    ['holds NUL', base64url('["v1","\\u0000"]')],
    ['holds half a surrogate pair', base64url('["v1","\\ud800"]')],
    ['is not UTF-8', Buffer.from([0x5b, 0xff]).toString('base64url')],
    ['is enormous', base64url(`["v1","${'x'.repeat(10_000)}"]`)],
    ['holds a value of another form', base64url('["v1","x y"]')],
  ])('that %s is refused with 400 invalid_cursor', (_name, text) => {
    expect(() => decodeCursor(text, 1, [/^\w+$/])).toThrow(
      expect.objectContaining({ code: 'invalid_cursor', status: 400 }) as ProblemException,
    );
  });

  it('is refused without a server error, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor(text, 1)).toThrow(ProblemException);
      }),
    );
  });
});
