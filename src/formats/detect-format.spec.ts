import { gzipSync } from 'node:zlib';
import { detectFormat, HEAD_BYTES } from './detect-format';
import { FileError, type FileFormat } from './format';

const bytes = (content: string | number[]) =>
  typeof content === 'string' ? Buffer.from(content) : Uint8Array.from(content);

function outcome(
  content: string | number[] | Uint8Array,
  name: string | null = null,
  declared: FileFormat | null = null,
) {
  try {
    const head = content instanceof Uint8Array ? content : bytes(content);
    return detectFormat(head.subarray(0, HEAD_BYTES), name, declared);
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
}

const CSV = 'identifier,name\nbhp.ax,BHP\n';
const JSON_ARRAY = ' \n[{"identifier":"bhp.ax"}]';
const NDJSON = '{"identifier":"bhp.ax"}\n';

describe('detectFormat', () => {
  it.each<[string, string, string | null, FileFormat | null, FileFormat]>([
    ['the first byte alone: a letter', CSV, null, null, 'csv'],
    ['the first byte alone: a quote', '"a","b"\n', null, null, 'csv'],
    ['the first byte alone: a bracket', JSON_ARRAY, null, null, 'json'],
    ['the first byte alone: a brace', NDJSON, null, null, 'ndjson'],
    ['the first byte after a byte order mark and blanks', '\ufeff \r\n\t[', null, null, 'json'],
    ['a name in capitals', CSV, 'PRICES.CSV', null, 'csv'],
    ['a name that ends with .jsonl', NDJSON, 'a.b.jsonl', null, 'ndjson'],
    ['a name that says nothing', JSON_ARRAY, 'prices.txt', null, 'json'],
    ['a name like a member of every object', CSV, 'x.constructor', null, 'csv'],
    ['the declaration', CSV, null, 'csv', 'csv'],
    ['the declaration, for NDJSON that is named .json', NDJSON, 'a.json', 'ndjson', 'ndjson'],
    ['the declaration, for CSV that is named .json', CSV, 'a.json', 'csv', 'csv'],
    ['the declaration, for an array that is named .csv', JSON_ARRAY, 'a.csv', 'json', 'json'],
    ['the declaration, for a header that begins like JSON', '[Symbol],[Date]\nA,1\n', 'a.csv', 'csv', 'csv'],
    ['the declaration, for a header that begins like an object', '{Symbol},x\nA,1\n', null, 'csv', 'csv'],
    [
      'the declaration, for NDJSON with a malformed first line',
      '{"a":1\n{"a":2}\n',
      null,
      'ndjson',
      'ndjson',
    ],
    [
      'the declaration, for one record with an array inside',
      '{"data":[{"a":1}]}\n',
      'a.json',
      'ndjson',
      'ndjson',
    ],
    ['one record on one line', '{"id":"a","items":[{"field_key":"open"}]}', null, null, 'ndjson'],
    ['one record with extras', '{"id":"a","extras":{"x":[{"y":1}]}}\n', 'a.ndjson', null, 'ndjson'],
    ['objects on lines, with objects inside', '{"a":{"x":{}},"b":{"y":{}}}\n{"a":1}\n', null, null, 'ndjson'],
    ['an empty file that is named .ndjson', '', 'a.ndjson', null, 'ndjson'],
    ['the declaration, for a first line that is no object', '12\n{"a":1}', null, 'ndjson', 'ndjson'],
    ['a header of tags', '<TICKER>,<DATE>,<CLOSE>\nA,1,2\n', 'a.csv', null, 'csv'],
    ['a header that begins like magic bytes', 'PK,name\n', null, null, 'csv'],
    ['a header that begins like Parquet', 'PAR1,name\n', null, null, 'csv'],
  ])('goes by %s', (_, content, name, declared, format) => {
    expect(outcome(content, name, declared)).toBe(format);
  });

  it.each<[string, string, string | null, FileFormat | null, RegExp]>([
    ['a JSON array declared as CSV', JSON_ARRAY, null, 'csv', /format=csv was sent, but it begins with "\["/],
    ['objects declared as CSV', NDJSON, null, 'csv', /begins with "\{"/],
    ['NDJSON declared as JSON', NDJSON, null, 'json', /format=ndjson/],
    ['a CSV file declared as JSON', CSV, null, 'json', /neither "\[".*format=csv/],
    ['a JSON array declared as NDJSON', JSON_ARRAY, null, 'ndjson', /format=json/],
    ['a CSV file declared as NDJSON', CSV, null, 'ndjson', /format=csv/],
    ['a JSON array named .csv', JSON_ARRAY, 'a.csv', null, /name of the file says CSV.*format=json: it wins/],
    ['a CSV file named .json', CSV, 'a.json', null, /name of the file says JSON.*format=csv: it wins/],
    ['NDJSON named .json', NDJSON, 'a.json', null, /format=ndjson: it wins/],
    ['a JSON array named .jsonl', JSON_ARRAY, 'a.jsonl', null, /format=json: it wins/],
  ])('refuses %s as a contradiction', (_, content, name, declared, message) => {
    expect(outcome(content, name, declared)).toMatchObject({
      code: 'format_contradiction',
      message: expect.stringMatching(message),
    });
  });

  it.each<[string, string, string | null, FileFormat | null, string]>([
    ['over several lines', '{"data":[\n{"a":1},\n{"a":2}\n]}', null, null, '{"record_path":"/data"}'],
    ['on one line', '{"meta":{"n":1},"data":[{"a":1}]}', 'a.json', null, '{"record_path":"/data"}'],
    ['declared as JSON', '{"data":[{"a":1}]}', 'a.json', 'json', '{"record_path":"/data"}'],
    ['declared as NDJSON', '{"data":[\n{"a":1}\n]}', null, 'ndjson', '{"record_path":"/data"}'],
    ['with an array deeper', '{"a":{"b/c":[{"a":1}]}}', null, null, '{"record_path":"/a/b~1c"}'],
    [
      'with rows',
      '{"t":{"data":[[1]],"columns":["x"]}}',
      null,
      null,
      '{"columns_path":"/t/columns","rows_path":"/t/data"}',
    ],
    [
      'with members',
      '{"m":1,"s":{"d1":{"o":1},"d2":{}}}',
      null,
      null,
      '{"record_path":"/s","object_values":{"key_to":"identifier"}}',
    ],
    [
      'of members',
      '{"A":{"o":1},\n"B":{}}',
      null,
      null,
      '{"record_path":"","object_values":{"key_to":"identifier"}}',
    ],
    ['that goes on', `{"data":[{"a":1},${'{"a":1},'.repeat(20_000)}`, null, null, '{"record_path":"/data"}'],
  ])('names the json_options of one object %s', (_, content, name, declared, options) => {
    const refused = outcome(content, name, declared);
    expect(refused).toMatchObject({
      code: 'format_contradiction',
      message: expect.stringContaining(`json_options ${options}`),
    });
    // Whoever follows the advice is not refused for the same file.
    expect(
      detectFormat(bytes(content).subarray(0, HEAD_BYTES), name, declared === 'ndjson' ? 'json' : declared, {
        isDocument: true,
      }),
    ).toBe('json');
  });

  it.each([
    ['{\n "identifier": "a"\n}', /one JSON object over several lines.*brackets/],
    ['{\n "a": 1\n}\n{\n "a": 2\n}\n', /several JSON objects.*one array/],
  ])('says how objects over several lines are sent: %j', (content, message) => {
    expect(outcome(content)).toMatchObject({
      code: 'format_contradiction',
      message: expect.stringMatching(message),
    });
    expect(outcome(content, 'a.ndjson', 'ndjson')).toMatchObject({ message: expect.stringMatching(message) });
  });

  it.each<[string, string | number[] | Uint8Array, string]>([
    ['a zip', [0x50, 0x4b, 3, 4, 20, 0, 0, 0], 'a zip archive'],
    ['an .xlsx', 'PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml  xl/workbook.xml', 'Excel'],
    ['an .ods', 'PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'OpenDocument'],
    ['gzip', gzipSync(CSV), 'gzip'],
    ['a PDF', '%PDF-1.7\n', 'PDF'],
    ['an .xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'old Excel'],
    ['Parquet', [0x50, 0x41, 0x52, 0x31, 0x15, 4, 0x15], 'Parquet'],
    ['bzip2', 'BZh91AY&SY', 'bzip2'],
    ['zstd', [0x28, 0xb5, 0x2f, 0xfd, 0], 'zstd'],
    ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], '7z'],
    ['SQLite', 'SQLite format 3\0', 'SQLite'],
    ['HTML', '\ufeff\n<!DOCTYPE html><html>', 'HTML'],
    ['HTML without a doctype', '<html lang="en">\n<body>', 'HTML'],
    ['XML', '<?xml version="1.0"?><rows/>', 'XML'],
    ['XML without a declaration', '<rows>\n <row a="1"/>', 'XML'],
  ])('refuses %s by its name, whatever it is called', (_, content, name) => {
    expect(outcome(content, 'prices.csv', 'csv')).toMatchObject({
      code: 'unsupported_file_format',
      message: expect.stringContaining(name),
    });
  });

  it('reads UTF-16 with a mark, and refuses it without', () => {
    expect(outcome(Buffer.from(`\ufeff${CSV}`, 'utf16le'), 'a.csv')).toBe('csv');
    expect(outcome(Buffer.from(`\ufeff${NDJSON}`, 'utf16le').swap16())).toBe('ndjson');
    expect(outcome(Buffer.from(CSV, 'utf16le'))).toMatchObject({ code: 'encoding_unsupported' });
  });

  it.each(['', '\ufeff', ' ', '\r\n\n', '\ufeff\t\n'])('refuses a file without content: %j', (content) => {
    expect(outcome(content, 'a.csv')).toMatchObject({ code: 'file_empty' });
  });

  it.each(['', '\ufeff', '\r\n\n'])(
    'takes a file without content as NDJSON without rows, when it is said: %j',
    (content) => {
      expect(outcome(content, 'a.ndjson')).toBe('ndjson');
      expect(outcome(content, 'a.jsonl')).toBe('ndjson');
      expect(outcome(content, 'a', 'ndjson')).toBe('ndjson');
      expect(outcome(content, 'a.json')).toMatchObject({ code: 'file_empty' });
      expect(outcome(content, 'a')).toMatchObject({ code: 'file_empty' });
    },
  );

  it('goes by name and declaration when the whole head is blank and the file may go on', () => {
    const blanks = Buffer.alloc(HEAD_BYTES, '\n');
    expect(outcome(blanks, 'a.json')).toBe('json');
    expect(outcome(blanks, null, 'ndjson')).toBe('ndjson');
    expect(outcome(blanks)).toBe('csv');
  });
});
