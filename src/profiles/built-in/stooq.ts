import {
  bars,
  type BuiltInProfile,
  GIVE_INSTRUMENT_AND_SERIES,
  GIVE_SERIES,
  OHLCV,
} from './built-in-profile';

/** The files have no zone: UTC is said here so that it can be changed in one place. */
const timestamp = {
  from: ['<DATE>', '<TIME>'],
  separator: ' ',
  format: 'yyyyMMdd HHmmss',
  time_zone: 'UTC',
} as const;

const mapping = {
  '<TICKER>': 'instrument_id',
  ...bars('<OPEN>', '<HIGH>', '<LOW>', '<CLOSE>', '<VOL>'),
};
const SHARED = { resourceType: 'composite_time_series_values', fields: OHLCV } as const;

/** Stooq, and the ASCII files of MetaStock that many tools write. */
export const STOOQ: readonly BuiltInProfile[] = [
  {
    ...SHARED,
    identifier: 'stooq-daily',
    name: 'Stooq: history of one instrument',
    reads: 'The daily bars of one instrument, with the columns Date to Volume.',
    give: GIVE_INSTRUMENT_AND_SERIES,
    options: {
      format: 'csv',
      csv_options: { delimiter: ',' },
      mapping: { Date: 'timestamp', ...bars('Open', 'High', 'Low', 'Close', 'Volume') },
      expect_columns: ['Date', 'Open', 'High', 'Low', 'Close', 'Volume'],
    },
  },
  {
    ...SHARED,
    identifier: 'stooq-bulk',
    name: 'Stooq: database files',
    reads:
      'Bars of many instruments with `<TICKER>` to `<OPENINT>`. Times are read as UTC; say ' +
      '`field_options={"timestamp":{"time_zone":"Europe/Warsaw"}}` for another zone.',
    give: GIVE_SERIES,
    options: {
      format: 'csv',
      csv_options: { delimiter: ',' },
      mapping,
      field_options: { timestamp },
      expect_columns: [
        '<TICKER>',
        '<PER>',
        '<DATE>',
        '<TIME>',
        '<OPEN>',
        '<HIGH>',
        '<LOW>',
        '<CLOSE>',
        '<VOL>',
        '<OPENINT>',
      ],
    },
  },
  {
    ...SHARED,
    identifier: 'metastock-ascii',
    name: 'MetaStock ASCII',
    reads:
      'Bars with <TICKER>, <DATE>, <TIME>, <OPEN>, <HIGH>, <LOW>, <CLOSE>, <VOL>. Times are read as UTC.',
    give: GIVE_SERIES,
    options: {
      format: 'csv',
      csv_options: { delimiter: ',' },
      mapping,
      field_options: { timestamp },
      expect_columns: ['<TICKER>', '<DATE>', '<TIME>', '<OPEN>', '<HIGH>', '<LOW>', '<CLOSE>', '<VOL>'],
    },
  },
];
