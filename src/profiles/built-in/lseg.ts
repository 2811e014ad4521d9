import { bars, type BuiltInProfile, GIVE_SERIES, OHLCV } from './built-in-profile';

const csv = { format: 'csv', csv_options: { delimiter: ',' } } as const;

/** Tick History of LSEG (Refinitiv). A request chooses the columns, so only those that are used are asked for. */
export const LSEG: readonly BuiltInProfile[] = [
  {
    identifier: 'lseg-tick-history-bars',
    name: 'LSEG Tick History: intraday summaries',
    reads: 'Bars with #RIC, Date-Time, Open, High, Low, Last and Volume, requested in GMT.',
    resourceType: 'composite_time_series_values',
    give: GIVE_SERIES,
    fields: OHLCV,
    options: {
      ...csv,
      mapping: {
        '#RIC': 'instrument_id',
        'Date-Time': 'timestamp',
        ...bars('Open', 'High', 'Low', 'Last', 'Volume'),
      },
    },
  },
  {
    identifier: 'lseg-tick-history-trades',
    name: 'LSEG Tick History: trades',
    reads:
      'The price of each trade. Times of nine digits are cut to microseconds; of several trades of one ' +
      'instrument within a microsecond the last one stays, and the others are counted as skipped.',
    resourceType: 'time_series_values',
    give: '`defaults={"type_id":"trade"}`',
    fields: [],
    options: {
      ...csv,
      mapping: { '#RIC': 'instrument_id', 'Date-Time': 'timestamp', Price: 'value' },
      field_options: { timestamp: { fraction: 'truncate' } },
      on_duplicate: 'last',
    },
  },
];
