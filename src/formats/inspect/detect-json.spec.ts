import { detectJson } from './detect-json';

describe('where the records of a JSON file are', () => {
  it.each([
    ['an array', '[{"a":1}]', { format: 'json', options: {} }],
    ['lines', '{"a":1}\n{"a":2}\n', { format: 'ndjson', options: {} }],
    [
      'an array in an object',
      '{"status":"ok","data":[{"a":1},{"a":2}]}',
      { options: { record_path: '/data' } },
    ],
    ['an array deep in an object', '{"a/b":{"c":[{"x":1}]}}', { options: { record_path: '/a~1b/c' } }],
    [
      'the values of an object',
      '{"X":{"n":1},"Y":{"n":2},"Z":{"n":3}}',
      { options: { object_values: { key_to: 'key' } } },
    ],
    [
      'names and rows',
      '{"columns":["d","v"],"data":[["x",1],["y",2]]}',
      { options: { columns_path: '/columns', rows_path: '/data' } },
    ],
  ])('is detected for %s', (_, text, expected) => {
    expect(detectJson(text)).toMatchObject(expected);
  });

  it('is detected from the beginning of a file', () => {
    expect(detectJson('{"name":"^GSPC","ohlc":[{"d":"2026-01-01","c":1.5},{"d":"20')).toMatchObject({
      options: { record_path: '/ohlc' },
      texts: new Map([['name', '^GSPC']]),
    });
  });

  it('is asked for when two arrays have as many records', () => {
    expect(detectJson('{"a":[{"x":1}],"b":[{"x":2}]}')?.recordPaths).toEqual(['/a', '/b']);
  });

  it('is null for what is no JSON', () => {
    expect(detectJson('')).toBeNull();
    expect(detectJson('"text"')).toBeNull();
  });

  it.each([
    ['['.repeat(100_000)],
    ['{"a":'.repeat(100_000)],
    ['{'.repeat(100_000)],
    [`{"a":"${'\\'.repeat(100_001)}`],
  ])('takes little time for a hostile text (%#)', (text) => {
    const before = process.cpuUsage();
    detectJson(text);
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });
});
