import { gzipSync } from 'node:zlib';
import { fill } from './fill';
import { zipOf } from './zip-of';

/**
 * What becomes of a bomb: refused with a 422 before there is a job, or a job that ends so;
 * `reported` is a job that goes on behind every bad row and completes, unless a million errors end
 * it. One of `codes` is in the answer or in the job's first errors; none: there is no error.
 */
export interface BombEnd {
  readonly status: 'refused' | 'failed' | 'completed' | 'reported';
  readonly codes: readonly string[];
}

/** What became of one. */
export interface BombOutcome {
  readonly status: 'refused' | 'failed' | 'completed';
  /** The code of the answer, or those of the job's first errors. */
  readonly codes: readonly string[];
  readonly errors: number;
}

const MAX_ERRORS = 1_000_000;

/** True when a bomb was dealt with as it should be. */
export function isAsExpected({ end }: Bomb, { status, codes, errors }: BombOutcome): boolean {
  const reported = errors >= MAX_ERRORS ? 'failed' : 'completed';
  if (status !== (end.status === 'reported' ? reported : end.status)) return false;
  return end.codes.length === 0 ? codes.length === 0 : end.codes.some((code) => codes.includes(code));
}

/** A hostile file of any size, generated while it is sent. */
export interface Bomb {
  readonly name: string;
  readonly fileName: string;
  readonly form: Readonly<Record<string, string>>;
  /** Its bytes in chunks: so many, or up to a unit less. */
  readonly bytes: (size: number) => Iterable<Buffer>;
  readonly end: BombEnd;
}

type Bytes = Bomb['bytes'];

const bomb =
  (fileName: string) =>
  (name: string, bytes: Bytes, end: BombEnd, form: Bomb['form'] = {}): Bomb => ({
    name,
    fileName,
    form: { resource_type: 'instruments', ...form },
    bytes,
    end,
  });
const csv = bomb('bomb.csv');
const json = bomb('bomb.json');
const ndjson = bomb('bomb.ndjson');

const refused = (...codes: string[]): BombEnd => ({ status: 'refused', codes });
const failed = (...codes: string[]): BombEnd => ({ status: 'failed', codes });
const reported = (...codes: string[]): BombEnd => ({ status: 'reported', codes });
const COMPLETED: BombEnd = { status: 'completed', codes: [] };
const CONTINUE = { on_error: 'continue' };

const HEADER = 'identifier,name,type_id,isin,shares,listed,active';
const padded = (turn: number): string => String(turn).padStart(8, '0');
const NAME = 'x'.repeat(400);
/** A row without fault, of some 450 bytes; the keys ascend. */
const row = (turn: number): string => `b${padded(turn)},${NAME},equity,US${turn},1,2026-01-31,true\n`;
const BAD_ROW = 'b,B,equity,US,1.,2026-02-30,maybe\n';

/** A record may be a mebibyte long; these are nearly. */
const ALMOST = 1_040_000;
const MEMBERS = '"identifier":"b","name":"B","type_id":"equity"';
const keys = Array.from({ length: 80_000 }, (_, key) => `"k${key}":0`).join(',');
const items = Array.from({ length: 30_000 }, (_, key) => `{"field_key":"k${key}","value":1}`).join(',');
const deep = `{"extras":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`;
const quotes = `"${'""'.repeat(ALMOST / 2)}"`;
const zeros = `"{""a"":[${'0,'.repeat(ALMOST / 2)}0]}"`;
const letters = 'é'.repeat(ALMOST / 2);

/** A JSON array of this element. */
const array = (element: string): Bytes => fill(`[${element}`, `,${element}`, ']');

const CSV_BOMBS = [
  csv('an unclosed quote at byte 8', fill('a,b,c,d,"', 'words, words\n'), failed('record_too_large')),
  csv('an unclosed quote in the last row', fill(`${HEADER}\n`, row, `z,"${NAME}`), failed('quote_malformed')),
  csv('one field', fill('', 'x'), failed('record_too_large')),
  csv('commas only', fill('', ','), failed('too_many_columns')),
  csv('rows of one byte', fill('identifier\n', '1\n'), failed('required', 'too_many_rows')),
  csv('rows of one byte, all of one record', fill('identifier\n', '1\n'), reported('duplicate_row'), {
    ...CONTINUE,
    defaults: '{"name":"One","type_id":"equity"}',
  }),
  csv('newlines only', fill('', '\n'), failed('file_empty')),
  csv('quotes only', fill('', '"'), failed('record_too_large')),
  csv('1,001 columns', fill(`identifier${',c'.repeat(1_000)}\n`, '1,2\n'), failed('too_many_columns')),
  csv(
    'rows of 1,001 cells',
    fill(`${HEADER}\n`, `${'1,'.repeat(1_000)}1\n`),
    reported('column_count'),
    CONTINUE,
  ),
  csv('a million columns', fill('', 'c,'), failed('too_many_columns')),
  csv('every row invalid', fill(`${HEADER}\n`, BAD_ROW), failed('invalid_number')),
  csv(
    'every row invalid, to the last error',
    fill(`${HEADER}\n`, BAD_ROW),
    reported('invalid_number'),
    CONTINUE,
  ),
  csv(
    'every row a reference to nothing',
    fill('identifier,name,type_id\n', (turn) => `b${turn},B,t${turn}\n`),
    reported('reference_not_found'),
    CONTINUE,
  ),
  csv(
    'UTF-16',
    fill(Buffer.from([0xff, 0xfe]), Buffer.from('a,b\n', 'utf16le')),
    failed('missing_column', 'too_many_rows'),
  ),
  csv('a zip archive named .csv', fill('PK\x03\x04', '\x14\x00\x08'), refused('unsupported_file_format')),
  csv('UTF-8 that is cut', fill(`${HEADER}\n`, row, Buffer.from([0x61, 0xc3])), failed('invalid_utf8')),
  csv('bytes that are no UTF-8', fill(`${HEADER}\n`, Buffer.from([0xfe, 0x0a])), failed('invalid_utf8')),
  csv(
    'doubled quotes in every cell',
    fill(
      'identifier,name,type_id,isin\n',
      (turn) => `"b""${padded(turn)}","${'""'.repeat(200)}",equity,"""""1"""""\n`,
    ),
    COMPLETED,
    CONTINUE,
  ),
  csv(
    'a mebibyte of doubled quotes in every row',
    fill('identifier,name,type_id,isin\n', (turn) => `b${padded(turn)},B,equity,${quotes}\n`),
    COMPLETED,
    CONTINUE,
  ),
  csv(
    'a mebibyte of JSON in every row',
    fill('identifier,name,type_id,extras\n', (turn) => `b${padded(turn)},B,equity,${zeros}\n`),
    reported('too_many_values'),
    CONTINUE,
  ),
  csv(
    'a mebibyte of text in every row',
    fill('identifier,name,type_id,isin\n', (turn) => `b${padded(turn)},B,equity,${letters}\n`),
    COMPLETED,
    CONTINUE,
  ),
];

const JSON_BOMBS = [
  json('empty objects', array('{}'), failed('required')),
  json('empty objects, to the last error', array('{}'), reported('required'), CONTINUE),
  json('zeros', array('0'), failed('row_not_object')),
  json('zeros, to the last error', array('0'), reported('row_not_object'), CONTINUE),
  json('arrays as deep as the file', fill('', '['), failed('record_too_large')),
  json('objects as deep as the file', fill('[', '{"a":'), failed('record_too_large')),
  json('elements 100,000 deep', array(deep), reported('too_deep'), CONTINUE),
  json('one string', fill('["', 'x', '"]'), failed('record_too_large')),
  json(
    'one object of millions of keys',
    fill('[{"k":0', (turn) => `,"k${turn}":0`, '}]'),
    failed('record_too_large'),
  ),
  json('objects of 80,000 keys', array(`{${MEMBERS},${keys}}`), reported('too_many_values'), CONTINUE),
  json(
    'custom fields of 80,000 keys',
    array(`{${MEMBERS},"field_values":{${keys}}}`),
    reported('too_many_values'),
    CONTINUE,
  ),
  json(
    'extras of 80,000 keys',
    array(`{${MEMBERS},"extras":{${keys}}}`),
    reported('too_many_values'),
    CONTINUE,
  ),
  json('lists of 30,000 items', array(`{"items":[${items}]}`), reported('required'), {
    ...CONTINUE,
    resource_type: 'composite_time_series_values',
  }),
  json('numbers of 131,072 digits', array('{"shares":1e131071}'), failed('invalid_number')),
  json('those numbers, to the last error', array('1e131071'), reported('invalid_number'), CONTINUE),
  json(
    'one object with millions of times one key',
    fill('[{"a":0', ',"a":0', '}]'),
    failed('record_too_large'),
  ),
  json(
    'objects with a key twice, to the last error',
    array('{"a":0,"a":0}'),
    reported('duplicate_key'),
    CONTINUE,
  ),
  ndjson('lines of nothing', fill('', '\n'), COMPLETED),
  ndjson('lines of brackets', fill('{}\n', '[[[[\n'), reported('json_syntax'), CONTINUE),
];

const BLANK = Buffer.alloc(4_194_304, '\n');
/** Members of gzip, each four mebibytes of line ends: a thousand times their bytes. */
const manyMembers = fill(gzipSync(`${HEADER}\n`), gzipSync(BLANK));
/** One zstd frame of blocks of one repeated byte: 128 KiB from four bytes each. */
const manyRuns = fill(Buffer.from('28b52ffd0058', 'hex'), Buffer.from('0200100a', 'hex'));
const zipBomb = zipOf({ 'a.csv': Buffer.concat(Array.from({ length: 20 }, () => BLANK)) });
const once =
  (bytes: Buffer): Bytes =>
  () => [bytes];
const document = (options: string): Bomb['form'] => ({ json_options: options });

/** What the content of a compressed file, another encoding and a document may hide. */
const CONTENT_BOMBS = [
  csv('gzip of line ends', manyMembers, failed('unpacked_too_large')),
  csv('zstd of line ends', manyRuns, failed('unpacked_too_large')),
  csv('a zip archive of line ends', once(zipBomb), failed('unpacked_too_large', 'file_empty')),
  csv('a zip archive of many files', fill('PK\x03\x04', 'PK\x01\x02'), refused('unsupported_file_format')),
  csv(
    'Shift_JIS without an end',
    fill('identifier\n', Buffer.from([0x83, 0x67])),
    failed('record_too_large'),
    {
      csv_options: '{"encoding":"shift_jis"}',
    },
  ),
  json(
    'a document nested without an end',
    fill('{"a":', '['),
    failed('too_deep'),
    document('{"record_path":"/b"}'),
  ),
  json(
    'a document of keys',
    fill('{"k":0', ',"k":0', '}'),
    failed('json_path_not_found'),
    document('{"record_path":"/b"}'),
  ),
  json(
    'a document of one text',
    fill('{"k":"', 'x', '"}'),
    failed('json_path_not_found'),
    document('{"record_path":"/b"}'),
  ),
  json(
    'a document whose names never come',
    fill('{"k":[0', ',0', ']}'),
    refused('unsupported_file_format'),
    document('{"rows_path":"/k","columns_path":"/c"}'),
  ),
];

/**
 * Files that look harmless and are not: those of the list in the hazards of this kind of service,
 * and their kin.
 */
export const BOMBS: readonly Bomb[] = [...CSV_BOMBS, ...JSON_BOMBS, ...CONTENT_BOMBS];
