import type { Inspection } from '../api/inspection';
import { AS_TOLD, changesOf, optionsOf } from './reading';
import { DEFAULT_RULES, writeRules } from './row-rules';
import { NOT_WIDE, readWide } from './wide-reading';

const TOLD = {
  csv_options: { delimiter: ';', header_row: 3 },
  json_options: null,
  field_options: { timestamp: { format: 'dd/MM/yyyy' }, value: { decimal_separator: ',' } },
  match: {},
  unpivot: null,
} as unknown as Inspection;

describe('how a file is read', () => {
  it('is as it was told, without a change', () => {
    expect(changesOf(AS_TOLD)).toEqual({});
    expect(optionsOf(null, AS_TOLD)).toEqual({});
    expect(optionsOf(TOLD, AS_TOLD)).toEqual({
      csv_options: { delimiter: ';', header_row: 3 },
      field_options: { timestamp: { format: 'dd/MM/yyyy' }, value: { decimal_separator: ',' } },
    });
  });

  it('is changed option by option', () => {
    const reading = {
      ...AS_TOLD,
      delimiter: '|',
      headerRow: 'x',
      nulls: 'N/A, -',
      fields: { timestamp: { format: 'MM/dd/yyyy', time_zone: '' } },
      answers: [{ field_options: { timestamp: { time_zone: 'Europe/Paris' } } }],
    };
    expect(optionsOf(TOLD, reading)).toEqual({
      csv_options: { delimiter: '|', header_row: 3 },
      field_options: {
        '*': { null_values: ['N/A', '-'] },
        timestamp: { format: 'MM/dd/yyyy', time_zone: 'Europe/Paris' },
        value: { decimal_separator: ',' },
      },
    });
  });

  it('says where the records are, which file, and how other records are named', () => {
    const told = {
      ...TOLD,
      json_options: { record_path: '/data' },
      match: { instrument_id: 'isin', market_id: 'mic' },
    } as unknown as Inspection;
    const json = { ...AS_TOLD.json, rows_path: '/rows', columns_path: '/names' };
    const reading = { ...AS_TOLD, json, member: 'a.csv', match: { instrument_id: '', type_id: 'code' } };
    expect(optionsOf(told, AS_TOLD)).toMatchObject({ json_options: { record_path: '/data' } });
    expect(optionsOf(told, reading)).toMatchObject({
      json_options: { rows_path: '/rows', columns_path: '/names' },
      member: 'a.csv',
      match: { market_id: 'mic', type_id: 'code' },
    });
    expect(optionsOf(told, reading).json_options).not.toHaveProperty('record_path');
    expect(optionsOf(told, reading).match).not.toHaveProperty('instrument_id');
    expect(changesOf({ ...AS_TOLD, json: { ...AS_TOLD.json, key_to: 'date' } })).toEqual({
      json_options: { object_values: { key_to: 'date' } },
    });
  });

  it('turns columns into rows once both fields are chosen, and not when people say so', () => {
    const unpivot = { columns: ['USD'], name_to: 'instrument_id', value_to: 'value', skip_null: false };
    const told = { ...TOLD, unpivot } as unknown as Inspection;
    const wide = { ...NOT_WIDE, names: ['Date'], nameTo: 'instrument_id' };
    expect(readWide(unpivot)).toEqual({
      all: false,
      names: ['USD'],
      nameTo: 'instrument_id',
      valueTo: 'value',
      skipNull: false,
    });
    expect(optionsOf(told, AS_TOLD).unpivot).toEqual(unpivot);
    expect(optionsOf(told, { ...AS_TOLD, wide: 'none' })).not.toHaveProperty('unpivot');
    expect(changesOf({ ...AS_TOLD, wide })).toEqual({});
    expect(changesOf({ ...AS_TOLD, wide: { ...wide, valueTo: 'value' } }).unpivot).toEqual({
      columns: '*',
      except: ['Date'],
      name_to: 'instrument_id',
      value_to: 'value',
      skip_null: true,
    });
  });

  it('has the rules of rows that were chosen, and a budget of errors under abort alone', () => {
    expect(writeRules(DEFAULT_RULES, 'abort')).toEqual({});
    const rules = { ...DEFAULT_RULES, onDuplicate: 'last', maxErrors: ' 1% ', warningsAsErrors: 'true' };
    expect(writeRules(rules, 'abort')).toEqual({
      on_duplicate: 'last',
      max_errors: '1%',
      warnings_as_errors: true,
    });
    expect(writeRules(rules, 'continue')).not.toHaveProperty('max_errors');
  });
});
