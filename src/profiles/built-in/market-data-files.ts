import { bars, type BuiltInProfile, GIVE_SERIES, OHLCV } from './built-in-profile';

const csv = { format: 'csv', csv_options: { delimiter: ',' } } as const;
const SHARED = {
  resourceType: 'composite_time_series_values',
  give: GIVE_SERIES,
  fields: OHLCV,
} as const;

const DATABENTO = [
  'ts_event',
  'rtype',
  'publisher_id',
  'instrument_id',
  'open',
  'high',
  'low',
  'close',
  'volume',
  'symbol',
];
const DATABENTO_MAPPING = {
  ts_event: 'timestamp',
  symbol: 'instrument_id',
  instrument_id: null, // the vendor's number, not ours
  ...bars('open', 'high', 'low', 'close', 'volume'),
};
/** Prices are whole numbers of billionths. */
const FIXED_POINT = { scale: -9 } as const;

/** Flat files with the bars of many instruments: Massive (Polygon) and Databento. */
export const MARKET_DATA_FILES: readonly BuiltInProfile[] = [
  {
    ...SHARED,
    identifier: 'massive-day-aggregates',
    name: 'Massive (Polygon): day aggregates',
    reads:
      'The flat file of a day, as it is or with gzip; window_start is in nanoseconds since 1970 and is kept ' +
      'as the instant that it is: midnight in New York. Minute aggregates have the same layout.',
    options: {
      ...csv,
      mapping: {
        ticker: 'instrument_id',
        window_start: 'timestamp',
        ...bars('open', 'high', 'low', 'close', 'volume'),
      },
      field_options: { timestamp: { format: 'epoch_ns' } },
      expect_columns: ['ticker', 'volume', 'open', 'close', 'high', 'low', 'window_start', 'transactions'],
    },
  },
  {
    ...SHARED,
    identifier: 'databento-ohlcv',
    name: 'Databento: OHLCV with raw times and prices',
    reads: 'The CSV with map_symbols, times in nanoseconds and prices in billionths.',
    options: {
      ...csv,
      mapping: DATABENTO_MAPPING,
      field_options: {
        timestamp: { format: 'epoch_ns' },
        open: FIXED_POINT,
        high: FIXED_POINT,
        low: FIXED_POINT,
        close: FIXED_POINT,
      },
      expect_columns: DATABENTO,
    },
  },
  {
    ...SHARED,
    identifier: 'databento-ohlcv-iso',
    name: 'Databento: OHLCV with pretty times and prices',
    reads: 'The CSV with map_symbols, pretty_ts and pretty_px: ISO 8601 times and decimal prices.',
    options: { ...csv, mapping: DATABENTO_MAPPING, expect_columns: DATABENTO },
  },
];
