import { defineResource } from '../../catalog/define-resource';
import { decimal, reference, text, timestamp } from '../../catalog/field';
import { CompositeTimeSeriesValue } from './composite-time-series-value.entity';
import { compositeTimeSeriesValues } from './composite-time-series-values.resource';
import { itemValueKind } from './item-value.kind';

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
    display_order: decimal({ required: true, describe: 'Place among the items of the value.', example: '1' }),
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
