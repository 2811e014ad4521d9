import { instruments } from '../../resources/instruments/instruments.resource';
import { timeSeriesValues } from '../../resources/time-series/time-series-values.resource';
import type { CustomField, RecordType } from '../record-type';
import { bindHeader } from './bind-header';
import { Binder } from './binder';
import type { BindingOptions } from './binding-options';
import { BindingError } from './target';

const custom = (key: string): CustomField => ({
  ...{ key, label: key, dataType: 'text', required: false, hasDefault: false, defaultValue: null },
  ...{ allowNull: true, displayOrder: 1 },
});
const types: readonly RecordType[] = [
  { id: 't1', identifier: 'equity', fieldsVersion: 1, fields: ['isin', 'sector'].map(custom) },
  { id: 't2', identifier: 'bond', fieldsVersion: 1, fields: ['isin', 'coupon'].map(custom) },
];
const binder = (given: Partial<BindingOptions> = {}, resource = instruments): Binder =>
  new Binder(resource, types, { mapping: {}, defaults: {}, identifierColumn: null, ...given });

/** The field of each column, null for none. */
const bound = (of: Binder, header: readonly string[]): (string | null)[] =>
  bindHeader(of, header).columns.map(({ target }) => target && `${target.scope}:${target.name}`);

function refusal(make: () => unknown): Pick<BindingError, 'code' | 'pointer' | 'message'> {
  try {
    make();
  } catch (error) {
    if (error instanceof BindingError)
      return { code: error.code, pointer: error.pointer, message: error.message };
    throw error;
  }
  throw new Error('Nothing was refused.');
}

const fileError = (make: () => unknown): string => {
  try {
    make();
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return `${code}: ${message}`;
  }
  throw new Error('Nothing was refused.');
};

describe('a mapping', () => {
  it('ignores a column that is mapped to null and lists it', () => {
    const one = binder({ mapping: { isin: null } });
    expect(bound(one, ['identifier', 'isin'])).toEqual(['core:identifier', null]);
    expect([...one.ignored]).toEqual(['isin']);
    expect(one.isUnknown('isin')).toBe(false);
  });

  it('does not miss a column that is mapped to null', () => {
    expect(bound(binder({ mapping: { Notes: null } }), ['identifier'])).toEqual(['core:identifier']);
  });

  it('names the column without a name', () => {
    expect(bound(binder({ mapping: { '': 'name' } }), ['identifier', ''])).toEqual([
      'core:identifier',
      'core:name',
    ]);
  });

  it('refuses two columns without a name for one field', () => {
    expect(fileError(() => bound(binder({ mapping: { '': 'name' } }), ['identifier', '', '']))).toMatch(
      /^duplicate_column/,
    );
  });

  it('lists a column without a name that nothing maps', () => {
    const one = binder();
    expect(bound(one, ['identifier', ''])).toEqual(['core:identifier', null]);
    expect([...one.ignored]).toEqual(['']);
  });

  it('says when it is given the wrong way round, and the advice is accepted', () => {
    const { code, pointer, message } = refusal(() => binder({ mapping: { identifier: 'Symbol' } }));
    expect([code, pointer]).toEqual(['invalid_mapping', '/mapping/identifier']);
    const advice = /Write (\{.*\})\./.exec(message)?.[1] ?? '';
    expect(JSON.parse(advice)).toEqual({ Symbol: 'identifier' });
    expect(bound(binder({ mapping: JSON.parse(advice) as Record<string, string> }), ['Symbol'])).toEqual([
      'core:identifier',
    ]);
  });

  it('shows the whole mapping the right way round', () => {
    const mapping = { identifier: 'Symbol', Security: 'name' };
    expect(refusal(() => binder({ mapping })).message).toContain(
      'Write {"Symbol":"identifier","Security":"name"}.',
    );
  });

  it('names the field that a misspelt one is likely meant to be', () => {
    expect(refusal(() => binder({ mapping: { Symbol: 'identifer' } })).message).toContain(
      'Did you mean identifier?',
    );
  });
});

describe('the type from the defaults', () => {
  const equity = { defaults: { type_id: 'equity' } };

  it('binds only its fields by name', () => {
    const one = binder(equity);
    expect(bound(one, ['identifier', 'isin', 'coupon'])).toEqual(['core:identifier', 'custom:isin', null]);
    expect([...one.ignored]).toEqual(['coupon']);
  });

  it('does not count where the file names the type', () => {
    expect(bound(binder(equity), ['identifier', 'type_id', 'coupon'])).toEqual([
      'core:identifier',
      'core:type_id',
      'custom:coupon',
    ]);
  });

  it('leaves the explicit name of a field', () => {
    expect(bound(binder(equity), ['identifier', 'field.coupon'])).toEqual([
      'core:identifier',
      'custom:coupon',
    ]);
  });
});

describe('the options of fields', () => {
  const points = (given: Partial<BindingOptions>): Binder => binder(given, timeSeriesValues);

  it('feed a field from columns that may feed others too', () => {
    const one = binder({
      options: { field_options: { name: { from: 'identifier' }, isin: { from: ['a', 'b'] } } },
    });
    const { columns, sources } = bindHeader(one, ['identifier', 'a', 'b', 'name']);
    expect(columns.map(({ target }) => target?.name ?? null)).toEqual(['identifier', null, null, null]);
    expect(sources.map(({ target, indexes, label }) => [target.name, indexes, label])).toEqual([
      ['name', [0], 'identifier'],
      ['isin', [1, 2], 'a + b'],
    ]);
    expect([...one.ignored]).toEqual(['name']);
  });

  it('feed the natural key', () => {
    const one = points({
      defaults: { type_id: 'close' },
      options: { field_options: { timestamp: { from: ['Date', 'Time'] } } },
    });
    expect(bound(one, ['instrument_id', 'Date', 'Time', 'value'])).toEqual([
      'core:instrument_id',
      null,
      null,
      'core:value',
    ]);
  });

  it('are refused where the file lacks a column', () => {
    const one = binder({ options: { field_options: { name: { from: 'Security' } } } });
    expect(fileError(() => bound(one, ['identifier']))).toMatch(
      /^missing_column: The request names "Security"/,
    );
  });

  it.each([
    [{ nmae: {} }, '/field_options/nmae'],
    [{ '*': { from: 'a' } }, '/field_options/*/from'],
    [{ name: { from: [] } }, '/field_options/name/from'],
    [{ name: { separator: '-' } }, '/field_options/name/separator'],
    [{ name: { default: { from: 'x' } } }, '/field_options/name/default/from'],
  ])('name the option that cannot be meant: %j', (field_options, pointer) => {
    const found = refusal(() => binder({ options: { field_options } }));
    expect([found.code, found.pointer]).toEqual(['invalid_field_options', pointer]);
  });

  it('do not feed a field that the mapping feeds', () => {
    const found = refusal(() =>
      binder({ mapping: { Security: 'name' }, options: { field_options: { name: { from: 'Name' } } } }),
    );
    expect(found.pointer).toBe('/field_options/name/from');
  });
});

describe('the header', () => {
  it('is refused for columns that feed nothing when that is wanted, and the advice is accepted', () => {
    const strict = { unknown_columns: 'error' } as const;
    const message = fileError(() => bound(binder({ options: strict }), ['identifier', 'Notes', '_row']));
    expect(message).toMatch(/^unknown_columns: "Notes" feeds no field/);
    const mapping = JSON.parse(/mapping=(\{.*\})/.exec(message)?.[1] ?? '') as Record<string, null>;
    expect(bound(binder({ mapping, options: strict }), ['identifier', 'Notes', '_row'])).toEqual([
      'core:identifier',
      null,
      null,
    ]);
  });

  it('must have the expected columns, in any order', () => {
    const expected = binder({ options: { expect_columns: ['identifier', 'name'] } });
    expect(bound(expected, ['name', 'identifier'])).toEqual(['core:name', 'core:identifier']);
    expect(fileError(() => bound(expected, ['identifier', 'Name', 'isin']))).toBe(
      'unexpected_columns: The columns of the file are not those of expect_columns; missing: "name"; new: "Name", "isin". Check what changed, and then change expect_columns.',
    );
  });

  it('that is data is recognised', () => {
    expect(fileError(() => bound(binder(), ['AAPL', '2026-01-02', '1.5']))).toContain(
      'No header row? Give the names of its 3 columns: csv_options={"columns":["name1","name2","name3"]}.',
    );
    expect(fileError(() => bound(binder(), ['Symbol', 'Security']))).not.toContain('No header row?');
  });

  it('that misspells the key is answered with how to map it', () => {
    expect(fileError(() => bound(binder(), ['Identifier', 'name']))).toContain(
      'Did you mean mapping={"Identifier":"identifier"}?',
    );
  });

  it('may repeat a name that feeds nothing', () => {
    expect(bound(binder(), ['identifier', 'Notes', 'Notes'])).toEqual(['core:identifier', null, null]);
    expect(fileError(() => bound(binder(), ['identifier', 'name', 'name']))).toBe(
      'duplicate_column: The columns 2 and 3 have the same name "name"; keep one or rename it.',
    );
  });
});

describe('near names', () => {
  it.each([
    ['ISIN', 'isin'],
    ['nmae', 'name'],
    ['Identifier', 'identifier'],
    ['sectr', 'sector'],
    ['Price', null],
    ['', null],
  ])('%s: %s', (column, field) => {
    expect(binder().suggest(column)).toBe(field);
  });

  it('are free fields', () => {
    expect(binder({ mapping: { Code: 'isin' } }).suggest('ISIN')).toBeNull();
  });
});
