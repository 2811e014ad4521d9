import * as fc from 'fast-check';
import { JsonIssue } from './json-cursor';
import { isJsonObject, JsonNumber, type JsonValue } from './json-value';
import { parseJson } from './parse-json';
import { writeJson } from './write-json';

const parse = (text: string, depth = 32) => parseJson(text, { depth });

function issueOf(text: string, depth = 32): JsonIssue {
  try {
    parse(text, depth);
  } catch (error) {
    if (error instanceof JsonIssue) return error;
    throw error;
  }
  throw new Error(`No issue was found in ${text}`);
}

describe('parseJson', () => {
  it('agrees with JSON.parse on what JSON.stringify writes, with any white space between', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: 'binary' }),
        fc.constantFrom(undefined, '\t', ' \n'),
        (value, space) => {
          const text = JSON.stringify(value, null, space);
          fc.pre(!/\\u0000|\\ud[89a-f]|__proto__|e[+-]\d{3}/i.test(text));
          expect(plain(parse(text))).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  it('accepts exactly the texts that JSON.parse accepts', () => {
    const pieces = fc.constantFrom(
      ...'{}[],:"\\-+.eE0123456789 \n\ttruefalsn\'/u',
      'null',
      'true',
      '1.5',
      '{"a":1}',
      '"x"',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        let issue: JsonIssue | null = null;
        try {
          parse(text);
        } catch (error) {
          if (!(error instanceof JsonIssue)) throw error;
          issue = error;
        }
        if (!valid) expect(issue).not.toBeNull();
        else if (issue) expect(issue.code).not.toBe('json_syntax');
      }),
      { numRuns: 3_000 },
    );
  });

  describe('numbers', () => {
    it.each(['0', '7', '-7', '1.5', '-0.25', '123456789012345', '0.000001', '1e+21', '1e-7', '1e-100'])(
      'reads %s as a number, because it prints as it was written',
      (literal) => {
        expect(parse(literal)).toBe(Number(literal));
      },
    );

    it.each([
      ...['1.10', '1.0', '-0', '-0.0', '0.0', '1e5', '1E5', '1e+5', '5e-05', '0.1234567890123456789'],
      ...[
        '12345678901234567890',
        '9007199254740993',
        '0.0000001',
        '100000000000000000000000',
        '1e100',
        '1.0e-100',
      ],
    ])('keeps the literal %s, because a JavaScript number would not give it back', (literal) => {
      expect(parse(literal)).toEqual(new JsonNumber(literal));
    });

    it('loses no digit of any number', () => {
      const digits = fc.stringMatching(/^(?:0|[1-9][0-9]{0,20})$/);
      const number = fc
        .tuple(
          fc.constantFrom('', '-'),
          digits,
          fc.stringMatching(/^(?:\.[0-9]{1,20})?$/),
          fc.stringMatching(/^(?:[eE][+-]?[0-9]{1,2})?$/),
        )
        .map((parts) => parts.join(''));
      fc.assert(
        fc.property(number, (literal) => {
          const value = parse(literal);
          expect(value instanceof JsonNumber ? value.text : String(value)).toBe(literal);
          expect(value instanceof JsonNumber).toBe(String(Number(literal)) !== literal);
        }),
        { numRuns: 2_000 },
      );
    });

    it('refuses more than 1,000 digits and exponents beyond 100', () => {
      expect(parse('1'.repeat(1_000))).toEqual(new JsonNumber('1'.repeat(1_000)));
      expect(issueOf('1'.repeat(1_001)).code).toBe('invalid_number');
      expect(issueOf(`0.${'1'.repeat(1_000)}`).code).toBe('invalid_number');
      expect(issueOf('1e101').code).toBe('invalid_number');
      expect(issueOf('{"a":1e131071}').code).toBe('invalid_number');
      expect(issueOf(`1e-${'9'.repeat(400)}`).code).toBe('invalid_number');
    });

    it.each([
      '01',
      '-',
      '+1',
      '.5',
      '1.',
      '1e',
      '1e+',
      '-01',
      '0x10',
      'NaN',
      'Infinity',
      '-Infinity',
      '1_000',
      '1 000',
    ])('refuses %s', (text) => {
      expect(issueOf(text).code).toBe('json_syntax');
    });
  });

  describe('keys', () => {
    it('refuses the same key twice in one object, however it is written, and names it', () => {
      expect(issueOf('{"isin":1,"name":2,"isin":3}')).toMatchObject({ code: 'duplicate_key' });
      expect(issueOf('{"isin":1,"isin":3}').message).toMatch(/"isin".*keep one/);
      expect(issueOf('{"a":1,"\\u0061":null}').code).toBe('duplicate_key');
      expect(issueOf('{"__proto__":1,"__proto__":2}').code).toBe('duplicate_key');
      expect(parse('[{"a":1},{"a":{"a":2}}]')).toEqual([{ a: 1 }, { a: { a: 2 } }]);
    });

    it('takes __proto__ and constructor as data and never as a prototype', () => {
      const value = parse('{"__proto__":{"admin":true},"constructor":null,"toString":1,"hasOwnProperty":2}');
      if (!isJsonObject(value)) throw new Error('An object was expected.');
      expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'toString', 'hasOwnProperty']);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect(value['admin']).toBeUndefined();
      expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
      expect(writeJson(value)).toBe(
        '{"__proto__":{"admin":true},"constructor":null,"toString":1,"hasOwnProperty":2}',
      );
    });

    it('keeps the order of keys', () => {
      expect(Object.keys(parse('{"b":1,"a":2,"c":3}') as object)).toEqual(['b', 'a', 'c']);
    });
  });

  describe('strings', () => {
    it('reads every escape', () => {
      expect(parse(String.raw`"\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00é😀"`)).toBe('"\\/\b\f\n\r\té😀é😀');
    });

    it.each([
      String.raw`"\ud83d"`,
      String.raw`"\ude00\ud83d"`,
      String.raw`"\ud83dx\ude00"`,
      String.raw`{"\udfff":1}`,
      '"\ud83d"',
    ])('refuses half of a surrogate pair: %j', (text) => {
      expect(issueOf(text).code).toBe('invalid_unicode');
    });

    it.each([String.raw`"a\u0000b"`, String.raw`{"\u0000":1}`, '"a\0b"'])('refuses NUL: %j', (text) => {
      expect(issueOf(text).code).toBe('nul_character');
    });

    it.each([
      '"a',
      '"a\\',
      '"a\\"',
      '"\\u12"',
      '"\\u12g4"',
      '"\\x41"',
      "'a'",
      '"a\nb"',
      '"a\tb"',
      '"\u001f"',
    ])('refuses %j', (text) => {
      expect(issueOf(text).code).toBe('json_syntax');
    });
  });

  it.each([
    '',
    ' ',
    '[1,]',
    '[,1]',
    '[1 2]',
    '{"a"}',
    '{"a":}',
    '{"a":1,}',
    '{a:1}',
    '{,}',
    '[',
    '{',
    ']',
    '{]',
    '[}',
  ])('refuses %j', (text) => {
    expect(issueOf(text).code).toBe('json_syntax');
  });

  it.each(['{} {}', '1,', 'nullx', 'True', '// x\n1', '\ufeff1', '1\0', '\u00a01', '[1]]'])(
    'refuses %j',
    (text) => {
      expect(issueOf(text).code).toBe('json_syntax');
    },
  );

  it('refuses nesting past the depth asked for, however deep, without running out of stack', () => {
    expect(parse('[[1]]', 2)).toEqual([[1]]);
    expect(issueOf('[[[1]]]', 2).code).toBe('too_deep');
    expect(issueOf('{"a":{"a":{}}}', 2).code).toBe('too_deep');
    expect(issueOf('['.repeat(10_000_000)).code).toBe('too_deep');
    expect(issueOf('{"a":'.repeat(1_000_000)).code).toBe('too_deep');
    expect(parse('1', 0)).toBe(1);
  });

  it('gives the position of an issue, in characters and in lines', () => {
    expect(issueOf('{"a":tru}').message).toMatch(
      /^Character 6: A value .* is expected, but "t" was found\.$/,
    );
    expect(issueOf('{\n  "a": 1\n  "b": 2\n}').message).toBe(
      'Line 3 of the value, character 3: "," or "}" after a member is expected, but "\\"" was found.',
    );
    expect(issueOf('[1,').message).toMatch(/the text ends; it may be cut short/);
  });

  it('reads an object of 10,000 keys, and not of one more', () => {
    const object = (keys: number): string =>
      `{${Array.from({ length: keys }, (_, index) => `"k${index}":1`).join(',')}}`;
    expect(Object.keys(parse(object(10_000)) as object)).toHaveLength(10_000);
    expect(issueOf(object(10_001)).code).toBe('too_many_values');
    expect(parse(`[${object(6_000)},${object(6_000)}]`)).toHaveLength(2);
  });

  it('reads so many values as are asked for, and not one more', () => {
    const text = '{"a":[1,[2],"3"]}';
    expect(parseJson(text, { depth: 32, values: 6 })).toEqual({ a: [1, [2], '3'] });
    expect(() => parseJson(text, { depth: 32, values: 5 })).toThrow(
      expect.objectContaining({ code: 'too_many_values' }),
    );
  });

  it('reads a string of a million escapes', () => {
    expect(parse(`"${'\\n'.repeat(1_000_000)}"`)).toHaveLength(1_000_000);
  });
});

/** Each JsonNumber as the number that JSON.parse reads. */
function plain(value: JsonValue): unknown {
  if (value instanceof JsonNumber) return Number(value.text);
  if (Array.isArray(value)) return value.map(plain);
  return isJsonObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
    : value;
}
