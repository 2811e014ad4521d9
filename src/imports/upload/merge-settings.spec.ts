import type { ImportSettings } from '../import-settings';
import { mergeSettings } from './merge-settings';

const profile: ImportSettings = {
  format: 'csv',
  on_error: 'continue',
  csv_options: { delimiter: '|', quote: null, columns: { start_marker: 'A', end_marker: 'B' } },
  mapping: { Symbol: 'instrument_id', Close: 'value', Old: null },
  defaults: { type_id: 'close', extras: { a: 1 } },
  field_options: {
    timestamp: { from: ['Date', 'Time'], separator: 'T', time_zone: 'UTC' },
    value: { scale: -4, map: { a: '1', b: '2' } },
  },
  expect_columns: ['Symbol', 'Close'],
};

const merged = (form: object): ImportSettings => mergeSettings(profile, form);

describe('the settings of a form over those of a profile', () => {
  it('are those of the profile where the form says nothing', () => {
    expect(merged({})).toEqual(profile);
  });

  it('replace a text, a number and a list', () => {
    expect(merged({ on_error: 'abort', expect_columns: ['Symbol'] })).toEqual({
      ...profile,
      on_error: 'abort',
      expect_columns: ['Symbol'],
    });
  });

  it('merge objects key by key at every level', () => {
    const form = {
      csv_options: { delimiter: ';', comment: '#', columns: ['a', 'b'] },
      field_options: { value: { map: { b: '3', c: '4' } }, timestamp: { ambiguous: 'later' } },
    };
    expect(merged(form)).toEqual({
      ...profile,
      csv_options: { delimiter: ';', quote: null, comment: '#', columns: ['a', 'b'] },
      field_options: {
        timestamp: { from: ['Date', 'Time'], separator: 'T', time_zone: 'UTC', ambiguous: 'later' },
        value: { scale: -4, map: { a: '1', b: '3', c: '4' } },
      },
    });
  });

  it('remove an option by null, but a null quote is an option', () => {
    const form = {
      csv_options: { columns: null, quote: null },
      field_options: { timestamp: null, value: { scale: null } },
    };
    expect(merged(form)).toEqual({
      ...profile,
      csv_options: { delimiter: '|', quote: null },
      field_options: { value: { map: { a: '1', b: '2' } } },
    });
    expect(mergeSettings({}, { csv_options: { quote: null } }).csv_options).toEqual({ quote: null });
    expect(mergeSettings({}, JSON.parse('{"csv_options": {"delimiter": null}}') as ImportSettings)).toEqual({
      csv_options: {},
    });
  });

  it('keep the nulls of mapping and defaults, and replace the value of a default as a whole', () => {
    const form = { mapping: { Extra: null, Close: null }, defaults: { type_id: null, extras: { b: 2 } } };
    expect(merged(form)).toEqual({
      ...profile,
      mapping: { Symbol: 'instrument_id', Close: null, Old: null, Extra: null },
      defaults: { type_id: null, extras: { b: 2 } },
    });
  });

  it('feed a field from their own column and no longer from that of the profile', () => {
    expect(merged({ mapping: { ISIN: 'instrument_id', When: 'timestamp' } })).toEqual({
      ...profile,
      mapping: { Close: 'value', Old: null, ISIN: 'instrument_id', When: 'timestamp' },
      field_options: { timestamp: { time_zone: 'UTC' }, value: { scale: -4, map: { a: '1', b: '2' } } },
    });
    expect(merged({ field_options: { value: { from: 'Last' } } }).mapping).toEqual({
      Symbol: 'instrument_id',
      Old: null,
    });
    const joined = merged({ field_options: { timestamp: { from: 'When' } } }).field_options?.['timestamp'];
    expect(joined).toEqual({ from: 'When', time_zone: 'UTC' });
  });

  it('take a column of any name', () => {
    const mapping = JSON.parse('{"__proto__": "name"}') as Record<string, string>;
    expect(Object.entries(merged({ mapping }).mapping ?? {})).toContainEqual(['__proto__', 'name']);
  });
});
