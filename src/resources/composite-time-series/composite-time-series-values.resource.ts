import { defineResource } from '../../catalog/define-resource';
import { reference, timestamp } from '../../catalog/field';
import { CompositeTimeSeriesValue } from './composite-time-series-value.entity';

export const compositeTimeSeriesValues = defineResource({
  name: 'composite_time_series_values',
  title: 'Composite time series values',
  noun: 'composite value',
  table: 'composite_time_series_values',
  entity: CompositeTimeSeriesValue,
  naturalKey: ['instrument_id', 'type_id', 'timestamp'],
  fields: {
    instrument_id: reference('instruments', {
      required: true,
      immutable: true,
      describe: 'Instrument: identifier or UUID.',
      example: 'bhp.ax',
    }),
    type_id: reference('series', {
      required: true,
      immutable: true,
      only: { field: 'kind', value: 'composite' },
      describe: 'Composite series: identifier or UUID. Its fields are the items.',
      example: 'ohlcv',
    }),
    timestamp: timestamp({
      required: true,
      immutable: true,
      describe: 'Instant of the bar; a plain date is midnight UTC of that day.',
      example: '2026-01-30T00:00:00Z',
    }),
  },
  customFields: { typeField: 'type_id', column: 'items', key: 'items', form: 'list' },
  parentKey: {
    table: 'instrument_series',
    column: 'series_id',
    pgType: 'bigint',
    fields: ['instrument_id', 'type_id'],
    resource: null,
    directField: null,
  },
  packedId: { instant: 'timestamp' },
});
