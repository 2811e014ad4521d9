import { constant, csv, long, midnight, pick, type VendorFile } from './vendor-file';

const NO_INSTRUMENT = 'The file names no instrument.';
const WIDE = 'A wide file may be one instrument, one series or one item in each column.';
const composite = 'composite_time_series_values';

/** A file of dates and prices of one instrument. */
const prices = (
  file: string,
  instrument: string,
  rows: number,
  refused: VendorFile['refused'] = [],
): VendorFile => ({
  file,
  type: 'time_series_values',
  asks: ['missing_field'],
  why: NO_INSTRUMENT,
  given: { defaults: { instrument_id: instrument } },
  issues: [], // what is refused is behind the first 5,000 rows
  refused,
  rows,
  expected: (text) =>
    pick(
      csv(text).filter(({ Price }) => Price !== ''),
      { instrument_id: constant(instrument), timestamp: midnight('Date'), value: 'Price' },
    ),
});

/** Files of single values, and wide files. */
export const VALUE_FILES: readonly VendorFile[] = [
  {
    file: 'vendor/ecb_eurofxref_hist__head.csv',
    type: 'time_series_values',
    rows: 46_043,
    expected: (text) =>
      long(csv(text), ['Date'], ['', 'N/A'], ({ Date: day = '' }, instrument_id, value) => ({
        instrument_id,
        timestamp: `${day}T00:00:00Z`,
        value,
      })),
  },
  {
    file: 'vendor/house_prices_us_wide.csv',
    type: 'time_series_values',
    asks: ['wide'],
    given: {
      resource_type: 'time_series_values',
      unpivot: { columns: '*', except: ['Date'], name_to: 'instrument_id', value_to: 'value' },
    },
    why: WIDE,
    rows: 6641,
    expected: (text) =>
      long(csv(text), ['Date'], [''], ({ Date: day = '' }, instrument_id, value) => ({
        instrument_id,
        timestamp: `${day}T00:00:00Z`,
        value,
      })),
  },
  {
    file: 'vendor/zipline_treasury_curves.csv',
    type: 'time_series_values',
    asks: ['wide'],
    given: {
      resource_type: 'time_series_values',
      unpivot: { columns: '*', except: ['Time Period'], name_to: 'type_id', value_to: 'value' },
      defaults: { instrument_id: 'us-treasury' },
    },
    why: WIDE,
    rows: 70_144,
    expected: (text) =>
      long(csv(text), ['Time Period'], [''], (row, type_id, value) => ({
        instrument_id: 'us-treasury',
        type_id,
        timestamp: (row['Time Period'] ?? '').replace(' ', 'T').replace('+00:00', 'Z'),
        value,
      })),
  },
  {
    file: 'pddl-s-and-p-500-shiller__data.csv',
    type: composite,
    asks: ['wide'],
    given: { resource_type: composite, defaults: { instrument_id: 'sp500' } },
    why: WIDE,
    rows: 1866,
    expected: (text) =>
      pick(csv(text), {
        instrument_id: constant('sp500'),
        timestamp: midnight('Date'),
        sp500: 'SP500',
        dividend: 'Dividend',
        earnings: 'Earnings',
        consumer_price_index: 'Consumer Price Index',
        long_interest_rate: 'Long Interest Rate',
        real_price: 'Real Price',
        real_dividend: 'Real Dividend',
        real_earnings: 'Real Earnings',
        pe10: 'PE10',
      }),
  },
  {
    file: 'pddl-exchange-rates__monthly.csv',
    type: 'time_series_values',
    rows: 17_237,
    expected: (text) =>
      pick(csv(text), {
        instrument_id: 'Country',
        timestamp: midnight('Date'),
        value: 'Exchange rate',
      }),
  },
  prices('pddl-gold-prices__monthly-processed.csv', 'gold', 2322),
  prices('pddl-oil-prices__wti-daily.csv', 'wti', 10_226),
  prices('pddl-natural-gas__daily.csv', 'henry-hub', 7436, [
    { code: 'required', rows: 1, why: 'one price is empty' },
  ]),
];
