import { defineResource } from '../../catalog/define-resource';
import { decimal, reference, timestamp } from '../../catalog/field';
import { TimeSeriesValue } from './time-series-value.entity';

export const timeSeriesValues = defineResource({
  name: 'time_series_values',
  title: 'Time series values',
  noun: 'value',
  table: 'time_series_values',
  entity: TimeSeriesValue,
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
      only: { field: 'kind', value: 'scalar' },
      describe: 'Scalar series: identifier or UUID.',
      example: 'close',
    }),
    timestamp: timestamp({
      required: true,
      immutable: true,
      describe: 'Instant of the value; a plain date is midnight UTC of that day.',
      example: '2026-01-30T00:00:00Z',
    }),
    value: decimal({ required: true, describe: 'The value, digit for digit.', example: '45.82' }),
  },
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
