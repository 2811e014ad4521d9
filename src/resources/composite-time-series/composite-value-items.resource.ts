import { defineResource } from '../../catalog/define-resource';
import { decimal, reference, text, timestamp } from '../../catalog/field';
import { type Issue, type Kind, isDistinct, isJsonNumber, literalText } from '../../catalog/kind';
import { decimalKind } from '../../catalog/kinds/decimal';
import { unstorable } from '../../catalog/kinds/text';
import { CompositeTimeSeriesValue } from './composite-time-series-value.entity';
import { compositeTimeSeriesValues } from './composite-time-series-values.resource';

const OPTIONS = { max: null, values: null };

/** A text that is a decimal compares as a number, every other one as a text; both are written as JSON. */
function read(text: string): string | Issue {
  const decimal = decimalKind.read(text, OPTIONS);
  return typeof decimal === 'string' ? decimal : (unstorable(text) ?? JSON.stringify(text));
}

/** The value of an item, whatever the data type of its field. It is only read: items are written with their value. */
const itemValueKind: Kind = {
  name: 'item value',
  pgType: 'jsonb',
  compareType: 'jsonb',
  read,
  readJson(value) {
    if (isJsonNumber(value)) return decimalKind.readJson(value, OPTIONS);
    const text = literalText(value);
    return text === null
      ? { code: 'invalid_value', message: 'A text, a number or a boolean is required here.' }
      : read(text);
  },
  differs: isDistinct,
  print: (sql) => `(${sql} #>> '{}')`,
  schema: () => ({ type: 'string' }),
};

/**
 * The items of composite values, described as records of their own so that they are listed and filtered like all others.
 * They are read through a view, and written only with the value that they are parts of.
 */
export const compositeValueItems = defineResource({
  name: 'composite_time_series_value_items',
  title: 'Composite time series value items',
  noun: 'composite value item',
  table: 'composite_time_series_value_items',
  entity: CompositeTimeSeriesValue,
  naturalKey: ['instrument_id', 'type_id', 'timestamp', 'display_order', 'field_key'],
  fields: {
    instrument_id: reference('instruments', {
      required: true,
      describe: 'Instrument of the value.',
      example: 'bhp.ax',
    }),
    type_id: reference('series', {
      required: true,
      only: { field: 'kind', value: 'composite' },
      describe: 'Composite series of the value.',
      example: 'ohlcv',
    }),
    timestamp: timestamp({
      required: true,
      describe: 'Instant of the value.',
      example: '2026-01-30T00:00:00Z',
    }),
    display_order: decimal({
      required: true,
      describe: 'Position among the items of the value.',
      example: '1',
    }),
    value_id: reference(compositeTimeSeriesValues.name, {
      required: true,
      describe: 'The composite value that the item is a part of.',
      example: '00000000-0000-8000-88e3-94a9f6060000',
    }),
    field_key: text({ required: true, describe: 'Key of the field of the series.', example: 'open' }),
    value: {
      ...text({ required: true, describe: 'The value, digit for digit.', example: '45.10' }),
      kind: itemValueKind,
    },
  },
  parentKey: {
    table: 'instrument_series',
    column: 'series_id',
    pgType: 'bigint',
    fields: ['instrument_id', 'type_id'],
    resource: null,
    directField: null,
  },
  packedId: {
    instant: 'timestamp',
    part: { column: 'field_id', table: 'series_fields', of: 'value_id' },
  },
  importable: 'Items are written with the composite value that they are parts of.',
  exportable: false,
});
