import type { JsonObject } from '../../formats/json/json-value';
import { instruments } from '../../resources/instruments/instruments.resource';
import { bindHeader } from '../binding/bind-header';
import { Binder } from '../binding/binder';
import type { CustomField, RecordType } from '../record-type';
import { CellReader } from './cell-reader';
import type { Draft } from './draft';
import type { OptionsByField } from '../binding/field-options';
import { ObjectReader } from './object-reader';
import { readCustom } from './typed-draft';

const custom = (key: string): CustomField => ({
  ...{ key, label: key, dataType: 'text', required: false, hasDefault: false, defaultValue: null },
  ...{ allowNull: true, displayOrder: 1 },
});
const type: RecordType = {
  id: 't',
  identifier: 'equity',
  fieldsVersion: 1,
  fields: ['isin', 'code'].map(custom),
};

const binderOf = (field_options: OptionsByField): Binder =>
  new Binder(instruments, [type], {
    mapping: {},
    defaults: { type_id: 'equity' },
    identifierColumn: null,
    options: { field_options },
  });

interface Read {
  core: Record<string, string | null>;
  custom: Record<string, string | null>;
  errors: (string | null)[][];
}

function shown(draft: Draft): Read {
  readCustom(draft, type);
  const core = Object.fromEntries([...draft.core].filter(([name]) => name !== 'type_id'));
  const errors = draft.errors.map(({ column, code }) => [column, code]);
  return { core, custom: { ...draft.custom }, errors };
}

/** The same record as a row of CSV and as an object of JSON: both must be read alike. */
function read(field_options: OptionsByField, object: Record<string, string>): Read {
  const binder = binderOf(field_options);
  const cells = new CellReader(binder, bindHeader(binder, Object.keys(object)), false);
  const ofCells = shown(cells.read({ row: 1, line: 2, cells: Object.values(object) }));
  const objects = new ObjectReader(binderOf(field_options));
  expect(shown(objects.read({ row: 1, line: 2, object }))).toEqual(ofCells);
  expect(shown(objects.read({ row: 2, line: 3, object }))).toEqual(ofCells);
  return ofCells;
}

describe('fields from other columns', () => {
  it('take one column for several fields', () => {
    expect(
      read(
        { identifier: { from: 'Symbol' }, name: { from: 'Symbol' }, code: { from: 'Symbol' } },
        { Symbol: 'a' },
      ),
    ).toEqual({ core: { identifier: 'a', name: 'a' }, custom: { code: 'a' }, errors: [] });
  });

  it('join several columns', () => {
    const options: OptionsByField = {
      name: { from: ['First', 'Last'] },
      code: { from: ['a', 'b'], separator: '' },
    };
    expect(read(options, { identifier: 'x', First: 'Bank', Last: 'One', a: '1', b: '2' })).toEqual({
      core: { identifier: 'x', name: 'Bank One' },
      custom: { code: '12' },
      errors: [],
    });
  });

  it('are empty when all columns are, and keep the place of an empty one otherwise', () => {
    const options: OptionsByField = { code: { from: ['a', 'b'], separator: '/' } };
    expect(read(options, { identifier: 'x', a: '', b: '' }).custom).toEqual({ code: null });
    expect(read(options, { identifier: 'x', a: '1', b: '' }).custom).toEqual({ code: '1/' });
  });

  it('name the columns in errors', () => {
    expect(read({ identifier: { from: ['a', 'b'] } }, { a: ' ', b: 'x' }).errors).toEqual([
      ['a + b', 'invalid_value'],
    ]);
  });
});

describe('a default from another field', () => {
  const fromIdentifier = { default: { from: 'identifier' } };

  it('serves for an empty cell only', () => {
    const options: OptionsByField = { name: fromIdentifier, code: fromIdentifier };
    expect(read(options, { name: '', identifier: 'x', code: '' })).toEqual({
      core: { identifier: 'x', name: 'x' },
      custom: { code: 'x' },
      errors: [],
    });
    expect(read(options, { name: 'N', identifier: 'x', code: 'c' })).toMatchObject({
      core: { name: 'N' },
      custom: { code: 'c' },
    });
  });

  it('comes from a custom field too', () => {
    expect(read({ identifier: { default: { from: 'isin' } } }, { identifier: '', isin: 'US1' })).toEqual({
      core: { identifier: 'US1' },
      custom: { isin: 'US1' },
      errors: [],
    });
  });

  it('leaves a required field missing when that one is empty as well', () => {
    expect(read({ identifier: { default: { from: 'isin' } } }, { identifier: '', isin: '' }).errors).toEqual([
      ['identifier', 'required'],
    ]);
  });
});

describe('keys that feed nothing', () => {
  it('are an error of each record when that is wanted', () => {
    const binder = new Binder(instruments, [type], {
      mapping: { Notes: null },
      defaults: { type_id: 'equity' },
      identifierColumn: null,
      options: { unknown_columns: 'error' },
    });
    const reader = new ObjectReader(binder);
    const errorsOf = (object: JsonObject): unknown => shown(reader.read({ row: 1, line: 1, object })).errors;
    for (const round of [1, 2]) {
      expect([round, errorsOf({ identifier: 'x', Notes: 'n', Price: '1' })]).toEqual([
        round,
        [['Price', 'unknown_columns']],
      ]);
      expect(errorsOf({ identifier: 'x', field_values: { isin: 'i' }, nope: 1 })).toEqual([
        ['nope', 'unknown_columns'],
      ]);
    }
  });
});

describe('a record without the keys of a field', () => {
  it('leaves the field absent', () => {
    const reader = new ObjectReader(binderOf({ name: { from: ['First', 'Last'] } }));
    const object: JsonObject = { identifier: 'x' };
    expect(shown(reader.read({ row: 1, line: 1, object })).core).toEqual({ identifier: 'x' });
  });
});
