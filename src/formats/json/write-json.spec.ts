import * as fc from 'fast-check';
import { JsonNumber } from './json-value';
import { parseJson } from './parse-json';
import { writeJson } from './write-json';

describe('writeJson', () => {
  it('writes what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(writeJson(value)).toBe(JSON.stringify(value));
      }),
    );
  });

  it('prints the literal of a number that a JavaScript number would not preserve', () => {
    const text = '{"price":1.10,"shares":[12345678901234567890,1e5,-0],"k":1.5}';
    expect(writeJson(parseJson(text, { depth: 3 }))).toBe(text);
    expect(writeJson(new JsonNumber('5e-05'))).toBe('5e-05');
  });

  it('gives back any minified text that was parsed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/\\u0000|\\ud|__proto__|e[+-]\d{3}/.test(text));
        expect(writeJson(parseJson(text, { depth: 100 }))).toBe(text);
      }),
    );
  });

  it('leaves undefined members out', () => {
    expect(writeJson({ a: undefined, b: null, c: { d: undefined } })).toBe('{"b":null,"c":{}}');
  });

  it('writes own members only, and __proto__ like any other', () => {
    const inherited: object = Object.create({ secret: 1 }, { own: { value: 2, enumerable: true } });
    expect(writeJson(inherited)).toBe('{"own":2}');
    expect(writeJson(parseJson('{"__proto__":[]}', { depth: 2 }))).toBe('{"__proto__":[]}');
    expect(writeJson(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}');
  });

  it('prints what an object says of itself in toJSON, unless toJSON is mere data', () => {
    expect(writeJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
    expect(writeJson({ toJSON: 'x' })).toBe('{"toJSON":"x"}');
  });

  it.each([NaN, Infinity, 1n, undefined, Symbol('s'), () => 1])(
    'refuses what JSON does not have: %p',
    (value) => {
      expect(() => writeJson([value])).toThrow(TypeError);
    },
  );
});
