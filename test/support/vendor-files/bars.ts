import { constant, csv, midnight, pick, plain, same, type Expected, type VendorFile } from './vendor-file';

const BARS = ['open', 'high', 'low', 'close', 'volume'] as const;
const NO_INSTRUMENT = 'The file names no instrument.';
const OF_INSTRUMENT = { asks: ['missing_field'], why: NO_INSTRUMENT } as const;
const type = 'composite_time_series_values';
const series = (identifier: string, keys: readonly string[]): NonNullable<VendorFile['before']> => ({
  path: '/series',
  body: {
    identifier,
    name: identifier,
    kind: 'composite',
    fields: keys.map((field_key) => ({ field_key, data_type: 'number' })),
  },
});

/** A price of QuantConnect Lean: the last four digits are decimals. */
const tenThousandth =
  (column: string) =>
  (row: Expected): string =>
    (row[column] ?? '').padStart(5, '0').replace(/(\d{4})$/, '.$1');
const LEAN = {
  open: tenThousandth('open'),
  high: tenThousandth('high'),
  low: tenThousandth('low'),
  close: tenThousandth('close'),
  volume: 'volume',
};
const QUOTE = ['bid', 'ask'].flatMap((side) =>
  ['open', 'high', 'low', 'close', 'size'].map((key) => `${side}_${key}`),
);
const GREEKS = ['open_interest', 'implied_volatility', 'delta', 'gamma', 'vega', 'theta', 'rho'];

/** `20070101 21:00` in UTC. */
const leanTime = ({ timestamp = '' }: Expected): string =>
  timestamp.replace(/^(\d{4})(\d\d)(\d\d) (.+)$/, '$1-$2-$3T$4:00Z');

const pad = (text = ''): string => text.padStart(2, '0');

const yahoo = (instrument: string): VendorFile => ({
  file: `stocknet-ohlcv__${instrument}.csv`,
  type,
  ...OF_INSTRUMENT,
  given: { defaults: { instrument_id: instrument } },
  rows: 1258,
  expected: (text) =>
    pick(csv(text), {
      instrument_id: constant(instrument),
      timestamp: midnight('Date'),
      open: 'Open',
      high: 'High',
      low: 'Low',
      close: 'Close',
      adj_close: 'Adj Close',
      volume: 'Volume',
    }),
});

/** Files of composite values. */
export const BAR_FILES: readonly VendorFile[] = [
  {
    file: 'vendor/coinbase_hourly_preamble__head.csv',
    type,
    rows: 2000,
    expected: (text) =>
      pick(csv(text.slice(text.indexOf('\n') + 1)), {
        instrument_id: 'symbol',
        timestamp: ({ date = '' }) => {
          const [day = '', clock = ''] = date.split(' ');
          const [hour, half] = clock.split('-');
          return `${day}T${pad(String((Number(hour) % 12) + (half === 'PM' ? 12 : 0)))}:00:00Z`;
        },
        ...same(...BARS, 'volume_btc'),
      }),
  },
  {
    file: 'vendor/plotly_stock_ticker__head.csv',
    type,
    rows: 2999,
    expected: (text) =>
      pick(csv(text), {
        instrument_id: 'Stock',
        timestamp: midnight('Date'),
        open: 'Open',
        high: 'High',
        low: 'Low',
        close: 'Close',
        volume: 'Volume',
        ex_dividend: 'ExDividend',
        split_ratio: 'SplitRatio',
        adj_open: 'AdjOpen',
        adj_high: 'AdjHigh',
        adj_low: 'AdjLow',
        adj_close: 'AdjClose',
        adj_volume: 'AdjVolume',
      }),
  },
  {
    file: 'vendor/ta4j_sp500_weekly.json',
    type,
    ...OF_INSTRUMENT,
    given: { defaults: { instrument_id: '^GSPC' } },
    rows: 3977,
    // The literal texts: JSON.parse would read numbers as doubles.
    expected: (text) =>
      [...text.matchAll(/\{\s*"endTime": ([^}]+)\}/g)].map(([member]) => {
        const of = (key: string): string =>
          plain(new RegExp(`"${key}": ([-+.eE0-9]+)`).exec(member)?.[1] ?? '');
        return {
          instrument_id: '^GSPC',
          timestamp: new Date(Number(of('endTime'))).toISOString().replace('.000Z', 'Z'),
          open: of('openPrice'),
          high: of('highPrice'),
          low: of('lowPrice'),
          close: of('closePrice'),
          volume: of('volume'),
          amount: of('amount'),
        };
      }),
  },
  {
    file: 'vendor/lean_spy_daily__head.csv',
    type,
    asks: ['columns', 'resource_type'],
    given: { profile: 'lean-daily', defaults: { instrument_id: 'SPY', type_id: 'ohlcv' } },
    why: 'There is no header, and nothing says that prices are times 10,000.',
    before: series('ohlcv', BARS),
    rows: 3000,
    expected: (text) =>
      pick(csv(text, ['timestamp', ...BARS]), {
        instrument_id: constant('SPY'),
        timestamp: leanTime,
        ...LEAN,
      }),
  },
  {
    file: 'vendor/lean_spy_minute_20131007.csv',
    type,
    asks: ['columns', 'resource_type'],
    given: {
      profile: 'lean-minute',
      defaults: { instrument_id: 'SPY', type_id: 'ohlcv' },
      field_options: { timestamp: { date: '2013-10-07' } },
    },
    why: 'There is no header, and the day is only in the name of the file.',
    before: series('ohlcv', BARS),
    rows: 828,
    // New York is four hours behind UTC on this day.
    expected: (text) =>
      pick(csv(text, ['timestamp', ...BARS]), {
        instrument_id: constant('SPY'),
        timestamp: ({ timestamp }) =>
          new Date(Date.UTC(2013, 9, 7, 4) + Number(timestamp)).toISOString().replace('.000Z', 'Z'),
        ...LEAN,
      }),
  },
  {
    file: 'vendor/lean_eurusd_hour__head.csv',
    type,
    asks: ['columns', 'resource_type'],
    given: {
      resource_type: type,
      csv_options: { columns: ['timestamp', ...QUOTE] },
      field_options: { timestamp: { time_zone: 'UTC' } },
      defaults: { instrument_id: 'EURUSD' },
    },
    why: 'There is no header, and times have no offset.',
    rows: 2000,
    expected: (text) =>
      pick(csv(text, ['timestamp', ...QUOTE]), {
        instrument_id: constant('EURUSD'),
        timestamp: leanTime,
        ...same(...QUOTE),
      }),
  },
  {
    file: 'vendor/lean_option_universe_20140609.csv',
    type,
    asks: ['resource_type'],
    given: {
      resource_type: type,
      mapping: { '#expiry': null, strike: null, right: null },
      field_options: { instrument_id: { from: ['#expiry', 'strike', 'right'], separator: '-' } },
      defaults: { timestamp: '2014-06-09' },
    },
    why: 'An option is named by three columns, and the day is only in the name of the file.',
    refused: [
      { code: 'required', rows: 1, why: 'the row of the underlying has no expiry, strike and right' },
    ],
    rows: 4360,
    expected: (text) =>
      pick(
        csv(text).filter((row) => row['#expiry'] !== ''),
        {
          instrument_id: (row) => `${row['#expiry'] ?? ''}-${row.strike ?? ''}-${row.right ?? ''}`,
          timestamp: constant('2014-06-09T00:00:00Z'),
          ...same(...BARS, ...GREEKS),
        },
      ),
  },
  {
    file: 'pddl-finance-vix__vix-daily.csv',
    type,
    ...OF_INSTRUMENT,
    given: { defaults: { instrument_id: 'vix' } },
    rows: 9235,
    expected: (text) =>
      pick(csv(text), {
        instrument_id: constant('vix'),
        timestamp: midnight('DATE'),
        open: 'OPEN',
        high: 'HIGH',
        low: 'LOW',
        close: 'CLOSE',
      }),
  },
  {
    file: 'quotes-bom__spx.csv',
    type,
    ...OF_INSTRUMENT,
    given: { defaults: { instrument_id: 'spx' } },
    rows: 8111,
    expected: (text) =>
      pick(csv(text), {
        instrument_id: constant('spx'),
        timestamp: ({ date = '' }) => {
          const [month, day, year = ''] = date.split('/');
          return `${year}-${pad(month)}-${pad(day)}T00:00:00Z`;
        },
        ...same(...BARS),
      }),
  },
  yahoo('AAPL'),
  yahoo('BRK-A'),
];
