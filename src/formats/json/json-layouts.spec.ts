import type { JsonOptions } from './json-options';
import { DEFAULT_LIMITS, FileError, type FormatLimits } from '../format';
import { parseBatch, splitFile } from '../file-reader';
import { jsonLayout } from './json-layout';
import { readColumns } from './read-columns';
import { writeJson } from './write-json';

async function* cut(file: string, chunk: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(file);
  for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
}

/** The records as JSON texts or codes of issues, and the error of the file. */
async function read(file: string, json: JsonOptions, chunk = 65_536, limits: Partial<FormatLimits> = {}) {
  const layout = { csv: {}, json };
  const records: string[] = [];
  const lines: number[] = [];
  const all = { ...DEFAULT_LIMITS, ...limits };
  try {
    for await (const batch of splitFile(cut(file, chunk), 'json', all, layout)) {
      for (const record of parseBatch(batch, all, layout)) {
        records.push(
          'object' in record ? writeJson(record.object) : 'issue' in record ? record.issue.code : '?',
        );
        lines.push(record.line);
      }
    }
    return { records, lines, error: null };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { records, lines, error };
  }
}

const QUANDL =
  '{"datatable":{"data":[["A","2024-01-02",1.10],["B","2024-01-02",null]],"columns":[{"name":"ticker","type":"String"},{"name":"date"},{"name":"close"}]},"meta":{"next":null}}';
const ALPHA_VANTAGE = `{
  "Meta Data": {"1. Information": "Daily \\"Prices\\" [adj] {x}", "2. Symbol": "IBM"},
  "Time Series (Daily)": {
    "2024-01-03": {"1. open": "161.00"},
    "2024-01-02": {"1. open": "160.10"}
  }
}`;

describe('The records of a JSON document', () => {
  it.each([1, 2, 3, 5, 64, 65_536])('are found however its bytes arrive (%s at a time)', async (chunk) => {
    const nested = `{"x":[1,{"data":[9]},"a\\u0041\\n"],"n":-1.5e3,"r":{"data":[{"a":"ü"},\n{"a":2}],"more":{"data":[]}},"t":[true,null]}\n`;
    expect(await read(nested, { record_path: '/r/data' }, chunk)).toEqual({
      records: ['{"a":"ü"}', '{"a":2}'],
      lines: [1, 2],
      error: null,
    });
    expect(
      await read(
        ALPHA_VANTAGE,
        { record_path: '/Time Series (Daily)', object_values: { key_to: 'day' } },
        chunk,
      ),
    ).toEqual({
      records: ['{"day":"2024-01-03","1. open":"161.00"}', '{"day":"2024-01-02","1. open":"160.10"}'],
      lines: [4, 5],
      error: null,
    });
    expect(
      await read(QUANDL, { rows_path: '/datatable/data', columns: ['ticker', 'date', 'close'] }, chunk),
    ).toMatchObject({
      records: [
        '{"ticker":"A","date":"2024-01-02","close":1.10}',
        '{"ticker":"B","date":"2024-01-02","close":null}',
      ],
      error: null,
    });
  });

  it.each<[string, string, JsonOptions, string[]]>([
    ['the whole file', '[{"a":1}]', { record_path: '' }, ['{"a":1}']],
    [
      'an object',
      ' {"k":{"a":1} , "l" : { } }',
      { object_values: { key_to: 'id' } },
      ['{"id":"k","a":1}', '{"id":"l"}'],
    ],
    [
      'rows without a name',
      '[[1,"a"],[2,"b"]]',
      { rows_path: '', columns: ['x', 'y'] },
      ['{"x":1,"y":"a"}', '{"x":2,"y":"b"}'],
    ],
    [
      'an element of an array',
      '{"r":[{"d":[{"a":1}]},{"d":[{"a":2}]}]}',
      { record_path: '/r/1/d' },
      ['{"a":2}'],
    ],
    [
      'a key with a slash, a tilde and an escape',
      '{"a/b~\\u0063":[{"a":1}]}',
      { record_path: '/a~1b~0c' },
      ['{"a":1}'],
    ],
    ['an empty key', '{"":[{"a":1}]}', { record_path: '/' }, ['{"a":1}']],
    ['no record', '{"d":[]}', { record_path: '/d' }, []],
    ['no member', '{}', { object_values: { key_to: 'id' } }, []],
    [
      'a key like a member of every object',
      '{"__proto__":{"a":1}}',
      { object_values: { key_to: '__proto__' } },
      ['{"__proto__":"__proto__","a":1}'],
    ],
    [
      'scalars as members',
      '{"a":1,"b":"x","c":[2]}',
      { object_values: { key_to: 'id' } },
      ['row_not_object', 'row_not_object', 'row_not_object'],
    ],
    [
      'a member with the name already',
      '{"k":{"id":1}}',
      { object_values: { key_to: 'id' } },
      ['duplicate_key'],
    ],
    [
      'rows of a wrong length',
      '[[1],[1,2,3],{}]',
      { rows_path: '', columns: ['x', 'y'] },
      ['column_count', 'column_count', 'row_not_object'],
    ],
    [
      'a malformed record between good ones',
      '{"d":[{"a":1},{a:2},{"a":3}]}',
      { record_path: '/d' },
      ['{"a":1}', 'json_syntax', '{"a":3}'],
    ],
    [
      'a malformed member between good ones',
      '{"x":{"a":1},"y":{a:2},"z":{"a":3}}',
      { object_values: { key_to: 'id' } },
      ['{"id":"x","a":1}', 'json_syntax', '{"id":"z","a":3}'],
    ],
  ])('may be in %s', async (_, file, options, records) => {
    for (const chunk of [1, 65_536])
      expect(await read(file, options, chunk)).toMatchObject({ records, error: null });
  });

  it.each<[string, string, JsonOptions, string, RegExp]>([
    [
      'a key that is not there',
      '{"data":1,"meta":{}}',
      { record_path: '/rows' },
      'json_path_not_found',
      /at "" the keys there are "data", "meta"\./,
    ],
    [
      'a key deeper that is not there',
      '{"a":{"b":{}}}',
      { record_path: '/a/c' },
      'json_path_not_found',
      /at "\/a" the keys there are "b"/,
    ],
    [
      'an element that is not there',
      '{"a":[1,2]}',
      { record_path: '/a/2' },
      'json_path_not_found',
      /has 2 elements, counted from 0/,
    ],
    [
      'a text on the way',
      '{"a":"b"}',
      { record_path: '/a/c' },
      'json_path_not_found',
      /at "\/a" it is a text, which has nothing inside/,
    ],
    [
      'an object instead of an array',
      '{"a":{"b":{}}}',
      { record_path: '/a' },
      'json_path_not_found',
      /an object, not an array\. If its members are the records, add object_values/,
    ],
    [
      'an array instead of an object',
      '{"a":[]}',
      { record_path: '/a', object_values: { key_to: 'k' } },
      'json_path_not_found',
      /an array, not an object/,
    ],
    [
      'a scalar',
      '{"a":1}',
      { record_path: '/a' },
      'json_path_not_found',
      /a number, a boolean or null, not an array/,
    ],
    [
      'a file that ends before',
      '{"b":[1',
      { record_path: '/a' },
      'json_syntax',
      /before "\/a" was found.*cut short/,
    ],
    [
      'a file that ends inside',
      '{"a":[{"x":1},',
      { record_path: '/a' },
      'json_syntax',
      /before the closing "]"/,
    ],
    [
      'a file that ends after',
      '{"a":[{"x":1}]',
      { record_path: '/a' },
      'json_syntax',
      /ends before its last "}"/,
    ],
    ['nothing', ' \n', { record_path: '/a' }, 'file_empty', /empty/],
    ['a second document', '{"a":[]}{"a":[]}', { record_path: '/a' }, 'json_syntax', /nothing may follow/],
    [
      'the same key twice',
      '{"a":[{"x":1}],"a":[{"x":2}]}',
      { record_path: '/a' },
      'json_syntax',
      /"a" appears twice/,
    ],
    [
      'a wrong bracket before',
      '{"b":[1},"a":[]}',
      { record_path: '/a' },
      'json_syntax',
      /"," or "]" is expected/,
    ],
    [
      'a wrong bracket after',
      '{"a":[],"b":{"c":1]}',
      { record_path: '/a' },
      'json_syntax',
      /"," or "}" is expected/,
    ],
    ['a word before', '{"b":nul,"a":[]}', { record_path: '/a' }, 'json_syntax', /Line 1/],
    ['a wrong escape after', '{"a":[],"b":"\\x"}', { record_path: '/a' }, 'json_syntax', /escape/],
    ['a missing colon', '{"b" 1,"a":[]}', { record_path: '/a' }, 'json_syntax', /":" is expected/],
    ['a last comma', '{"a":[],}', { record_path: '/a' }, 'json_syntax', /a key in double quotes is expected/],
    [
      'a line end in a text',
      '{"b":"x\ny","a":[]}',
      { record_path: '/a' },
      'json_syntax',
      /control character/,
    ],
    [
      'a member without a value',
      '{"k":}',
      { object_values: { key_to: 'k' } },
      'json_syntax',
      /a value is expected/,
    ],
    [
      'a member without quotes',
      '{k:{}}',
      { object_values: { key_to: 'k' } },
      'json_syntax',
      /a key in double quotes/,
    ],
  ])('are refused with %s', async (_, file, options, code, message) => {
    for (const chunk of [1, 65_536]) {
      const { error } = await read(file, options, chunk);
      expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
    }
  });

  it('are read in bounded memory and depth, whatever is around them', async () => {
    const deep = `{"x":${'['.repeat(100_000)}`;
    expect((await read(deep, { record_path: '/a' })).error).toMatchObject({ code: 'too_deep' });
    const key = `{"${'k'.repeat(2_000_000)}":1}`;
    expect((await read(key, { record_path: '/a' })).error).toMatchObject({ code: 'record_too_large' });
    const text = `{"x":"${'ü€𝄞'.repeat(700_000)}","a":[{"b":1}],"y":"${'ü€𝄞'.repeat(700_000)}"}`;
    for (const chunk of [65_536, 99_999]) {
      expect(await read(text, { record_path: '/a' }, chunk, { batchBytes: 1 })).toMatchObject({
        records: ['{"b":1}'],
        error: null,
      });
    }
    const numbers = `{"x":[${'1234.5,'.repeat(400_000)}0],"a":[{"b":1}]}`;
    expect((await read(numbers, { record_path: '/a' })).records).toEqual(['{"b":1}']);
    const many = `{${Array.from({ length: 50_000 }, (_, index) => `"${'k'.repeat(500)}${index}":1`).join(',')}}`;
    expect((await read(many, { record_path: '/a' })).error?.message.length).toBeLessThan(3_000);
  });
});

describe('The names of a columnar JSON file', () => {
  const names = async (file: string, columns_path: string, chunk = 65_536) => {
    try {
      return await readColumns(cut(file, chunk), { columns_path, rows_path: '/x' }, DEFAULT_LIMITS);
    } catch (error) {
      if (error instanceof FileError) return error.message;
      throw error;
    }
  };

  it.each([1, 65_536])('are texts, or the names of objects, before or after the rows (%s)', async (chunk) => {
    expect(await names('{"columns":["a","b"],"data":[[1', '/columns', chunk)).toEqual(['a', 'b']);
    expect(await names(QUANDL, '/datatable/columns', chunk)).toEqual(['ticker', 'date', 'close']);
  });

  it.each([
    ['{"c":["a","a"]}', /"a" is twice/],
    ['{"c":["a",""]}', /is empty/],
    ['{"c":[]}', /names no column/],
    ['{"c":[1]}', /array of names.*One element is 1/],
    ['{"c":[{"title":"a"}]}', /array of names/],
    ['{"c":["a"', /cut short/],
    ['{"d":[]}', /json_options.columns_path is "\/c".*"d"/],
    [`{"c":[${'"a",'.repeat(2_000)}"b"]}`, /more than 1,000 names/],
  ])('are not in %s', async (file, message) => {
    expect(await names(file, '/c')).toMatch(message);
  });
});

describe('json_options', () => {
  it.each<[JsonOptions, RegExp]>([
    [{ record_path: 'data' }, /begins with "\/"/],
    [{ record_path: '/a~2' }, /written ~1/],
    [{ record_path: '/a'.repeat(31) }, /JSON Pointer/],
    [{ rows_path: '/a' }, /columns_path, or columns/],
    [{ rows_path: '/a', columns_path: 'b' }, /columns_path is a JSON Pointer/],
    [{ columns_path: '/a' }, /give rows_path too/],
    [{ columns: ['a'] }, /give rows_path too/],
    [{ rows_path: '/a', columns: ['a', 'a'] }, /"a" is given twice/],
    [{ rows_path: '/a', columns: ['a'], record_path: '/b' }, /leave record_path/],
    [{ object_values: { key_to: '' } }, /not empty/],
  ])('may not be %j', (options, message) => {
    expect(() => jsonLayout(options)).toThrow(message);
  });
});
