import {
  bars,
  type BuiltInProfile,
  GIVE_INSTRUMENT_AND_SERIES,
  GIVE_SERIES,
  OHLCV,
} from './built-in-profile';

const csv = { format: 'csv', csv_options: { delimiter: ',' } } as const;
const SHARED = {
  resourceType: 'composite_time_series_values',
  fields: [...OHLCV, 'adj_close'],
} as const;

/** End-of-day bars with adjusted prices: Yahoo, EODHD, Tiingo. */
export const END_OF_DAY: readonly BuiltInProfile[] = [
  {
    ...SHARED,
    identifier: 'yahoo-daily',
    name: 'Yahoo-style history with Adj Close',
    reads: 'The bars of one instrument with the columns Date to Volume; null is an empty cell.',
    give: GIVE_INSTRUMENT_AND_SERIES,
    options: {
      ...csv,
      mapping: {
        Date: 'timestamp',
        ...bars('Open', 'High', 'Low', 'Close', 'Volume'),
        'Adj Close': 'adj_close',
      },
      field_options: { '*': { null_values: ['null'] } },
      expect_columns: ['Date', 'Open', 'High', 'Low', 'Close', 'Adj Close', 'Volume'],
    },
  },
  {
    ...SHARED,
    identifier: 'eodhd-eod',
    name: 'EODHD: end of day of one instrument',
    reads: 'The CSV of the end-of-day API.',
    give: GIVE_INSTRUMENT_AND_SERIES,
    options: {
      ...csv,
      mapping: {
        Date: 'timestamp',
        ...bars('Open', 'High', 'Low', 'Close', 'Volume'),
        Adjusted_close: 'adj_close',
      },
      expect_columns: ['Date', 'Open', 'High', 'Low', 'Close', 'Adjusted_close', 'Volume'],
    },
  },
  {
    ...SHARED,
    identifier: 'eodhd-bulk-eod',
    name: 'EODHD: end of day of an exchange',
    reads: 'The CSV of the bulk API; an instrument is named by its code and its exchange, such as AAPL.US.',
    give: GIVE_SERIES,
    options: {
      ...csv,
      mapping: {
        Date: 'timestamp',
        ...bars('Open', 'High', 'Low', 'Close', 'Volume'),
        Adjusted_close: 'adj_close',
      },
      field_options: { instrument_id: { from: ['Code', 'Ex'], separator: '.' } },
      expect_columns: ['Code', 'Ex', 'Date', 'Open', 'High', 'Low', 'Close', 'Adjusted_close', 'Volume'],
    },
  },
  {
    ...SHARED,
    identifier: 'tiingo-eod',
    name: 'Tiingo: end of day of one instrument',
    reads: 'The CSV of the end-of-day API; of the adjusted prices, the close is taken.',
    give: GIVE_INSTRUMENT_AND_SERIES,
    options: {
      ...csv,
      mapping: {
        date: 'timestamp',
        ...bars('open', 'high', 'low', 'close', 'volume'),
        adjClose: 'adj_close',
      },
      expect_columns: [
        'date',
        'close',
        'high',
        'low',
        'open',
        'volume',
        'adjClose',
        'adjHigh',
        'adjLow',
        'adjOpen',
        'adjVolume',
        'divCash',
        'splitFactor',
      ],
    },
  },
];
