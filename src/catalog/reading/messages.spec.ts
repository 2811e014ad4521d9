import type { FileFormat } from '../../formats/format';
import { DEFAULT_LIMITS, FileError } from '../../formats/format';
import { readHeader } from '../../formats/csv/csv-header';
import { parseBatch, splitFile } from '../../formats/file-reader';
import { shownText } from '../../formats/shown-text';
import { instruments } from '../../resources/instruments/instruments.resource';
import { timeSeriesValues } from '../../resources/time-series/time-series-values.resource';
import { bindHeader } from '../binding/bind-header';
import { Binder } from '../binding/binder';
import { BindingError } from '../binding/target';
import type { CustomField, RecordType } from '../record-type';
import type { ResourceDescription } from '../resource';
import { CellReader } from './cell-reader';
import type { FieldOptions, OptionsByField } from '../binding/field-options';
import { ObjectReader } from './object-reader';
import type { RowReader } from './row-reader';
import { readCustom } from './typed-draft';

const custom = (dataType: CustomField['dataType']): CustomField => ({
  ...{
    key: `a_${dataType}`,
    label: dataType,
    dataType,
    required: true,
    hasDefault: false,
    defaultValue: null,
  },
  ...{ allowNull: false, displayOrder: 1 },
});
const type: RecordType = {
  ...{ id: 't', identifier: 'equity', fieldsVersion: 1 },
  fields: (['text', 'number', 'date', 'boolean'] as const).map(custom),
};

const FILES: readonly (readonly [ResourceDescription, FileFormat, string])[] = [
  [
    instruments,
    'csv',
    'identifier,name,type_id,a_number,a_date,a_boolean,extras\nid,Name,t,1.5,2026-01-31,true,"{""k"":1}"\n',
  ],
  [
    instruments,
    'ndjson',
    '{"identifier":"id","name":"N","a_text":"T","field_values":{"a_number":1.5},"extras":{"k":"v"}}\n',
  ],
  [instruments, 'json', '[{"identifier":"b\\n","a_date":"2026-01-31"},{"identifier":"\\u0041"}]'],
  [timeSeriesValues, 'csv', 'instrument_id,type_id,timestamp,value\na,b,2026-01-31T16:00:00Z,1.5\n'],
];

/** Every byte by itself, every character of one byte, and those that no message may hold or that cannot be seen. */
const INSERTED: readonly Buffer[] = [
  ...Array.from({ length: 256 }, (_, byte) => Buffer.from([byte])),
  ...Array.from({ length: 128 }, (_, index) => Buffer.from(String.fromCharCode(index + 128))),
  ...[
    '\u200b',
    '\u200f',
    '\u2060',
    '\u202e',
    '\ufeff',
    '\u2028',
    '\u{1f600}',
    '\\',
    '\\u0000',
    '\\ud83d',
    '\\\0',
    '\\\u{1f600}',
  ].map((text) => Buffer.from(text)),
];

const STEP = 9;

/** Every message and value that the reading of a file has. */
async function messagesOf(
  resource: ResourceDescription,
  format: FileFormat,
  file: Buffer,
  options: OptionsByField,
): Promise<string[]> {
  const found: string[] = [];
  const source = (async function* () {
    yield await Promise.resolve(file);
  })();
  try {
    const binder = new Binder(resource, [type], {
      ...{ mapping: {}, defaults: {}, identifierColumn: null, options: { field_options: options } },
    });
    let reader: RowReader | null = format === 'csv' ? null : new ObjectReader(binder);
    for await (const batch of splitFile(source, format, DEFAULT_LIMITS)) {
      if (reader === null) {
        reader = new CellReader(binder, bindHeader(binder, readHeader(batch, DEFAULT_LIMITS)), false);
        continue;
      }
      for (const record of parseBatch(batch, DEFAULT_LIMITS)) {
        const draft = reader.read(record);
        readCustom(draft, type, reader);
        found.push(...draft.errors.flatMap(({ message, value }) => [message, value ?? '']));
      }
    }
  } catch (error) {
    if (!(error instanceof FileError) && !(error instanceof BindingError)) throw error;
    found.push(error.message);
  }
  return found;
}

/** A message that Postgres, JSON and a reader can take as it is. */
function expectShowable(message: string, cause: unknown): void {
  if (shownText(message) !== message)
    throw new Error(`${JSON.stringify(message)} of ${JSON.stringify(cause)}`);
}

describe('A message about a file', () => {
  it.each(FILES)(
    'of %p as %s holds nothing unseen, whatever byte is in the file',
    async (resource, format, text) => {
      let met = 0;
      const options: OptionsByField = { '*': { trim: true, null_values: ['NA'] } };
      for (const [index, inserted] of INSERTED.entries()) {
        // Each byte begins one position further, so that every position meets many bytes.
        for (let at = index % STEP; at <= text.length; at += STEP) {
          const file = Buffer.concat([Buffer.from(text.slice(0, at)), inserted, Buffer.from(text.slice(at))]);
          const given = at % 2 === 0 ? {} : options;
          for (const message of await messagesOf(resource, format, file, given)) {
            met++;
            expectShowable(message, file.toString('latin1'));
          }
        }
      }
      expect(met).toBeGreaterThan(500);
    },
  );

  it('about options holds nothing unseen, whatever they hold', async () => {
    const keys: readonly (keyof FieldOptions)[] = [
      'format',
      'time_zone',
      'decimal_separator',
      'default',
      'date',
      'scale',
    ];
    let met = 0;
    for (const text of ['\0', '\ud800', '\u200b', 'yyyy\0', "'\u202e", '\u{1f600}']) {
      for (const key of keys) {
        for (const field of ['value', 'timestamp', text]) {
          const options = { [field]: { [key]: text } } as OptionsByField;
          const file = Buffer.from('instrument_id,type_id,timestamp,value\na,b,2026-01-31,x\n');
          for (const message of await messagesOf(timeSeriesValues, 'csv', file, options)) {
            met++;
            expectShowable(message, options);
          }
        }
      }
    }
    expect(met).toBeGreaterThan(50);
  });
});

describe('A row of a file', () => {
  const read = (
    object: Record<string, string>,
    identifierColumn: string | null = null,
    field_options: OptionsByField = {},
  ): [string | null, string][] => {
    const binder = new Binder(instruments, [type], {
      ...{ mapping: {}, defaults: { type_id: 't' }, identifierColumn, options: { field_options } },
    });
    const reader = new ObjectReader(binder);
    const draft = reader.read({ row: 1, line: 1, object: { a_text: 'x', ...object } });
    readCustom(draft, type, reader);
    return draft.errors.map(({ column, code, message }) => [column, `${code}: ${message}`]);
  };

  it('lacks a required text that has only blanks or nothing that can be seen', () => {
    for (const blank of ['', ' ', '\t\u00a0', '\u200b', ' \ufeff']) {
      expect(read({ identifier: 'i', name: blank })).toEqual([['name', expect.stringMatching(/^required/)]]);
      expect(read({ identifier: 'i', name: 'N', a_text: blank })).toEqual([
        ['a_text', expect.stringMatching(/^required/)],
      ]);
    }
    expect(read({ identifier: 'i', name: ' N' })).toEqual([]);
  });

  it('is not found by a value with a blank at an end', () => {
    const row = { identifier: 'i', name: 'N', a_text: ' US1' };
    expect(read(row)).toEqual([]);
    const [error] = read(row, 'a_text');
    expect(error).toEqual(['a_text', expect.stringContaining('{"a_text":{"trim":true}}')]);
    expect(read(row, 'a_text', { a_text: { trim: true } })).toEqual([]);
    expect(read(row, 'a_text', { a_text: { case: 'upper' } })).toHaveLength(1);
  });

  it('names the options of the field by which a value would be read', () => {
    expect(read({ identifier: 'i', name: 'N', a_number: '1,5' })).toEqual([
      [
        'a_number',
        expect.stringContaining(
          'To read it as 1.5 give field_options {"a_number":{"decimal_separator":","}}.',
        ),
      ],
    ]);
    expect(read({ identifier: ' i', name: 'N' })).toEqual([
      ['identifier', expect.stringContaining('give field_options {"identifier":{"trim":true}}')],
    ]);
    // Null is refused by the field too.
    expect(read({ identifier: 'i', name: 'N', a_number: 'N/A' })).toEqual([
      ['a_number', expect.not.stringContaining('field_options')],
    ]);
  });
});
