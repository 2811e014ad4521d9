import { type BuiltInProfile, GIVE_INSTRUMENT_AND_SERIES, OHLCV } from './built-in-profile';

/** Prices are whole numbers of ten-thousandths. */
const PRICE = { scale: -4 } as const;
const PRICES = { open: PRICE, high: PRICE, low: PRICE, close: PRICE } as const;

const SHARED = { resourceType: 'composite_time_series_values', fields: OHLCV } as const;
const csv = { format: 'csv', csv_options: { delimiter: ',', columns: ['timestamp', ...OHLCV] } } as const;

/** Trade bars of US equities in the format of QuantConnect Lean; the zip archives are taken as they are. */
export const LEAN: readonly BuiltInProfile[] = [
  {
    ...SHARED,
    identifier: 'lean-daily',
    name: 'QuantConnect Lean: daily bars',
    reads:
      'Daily bars of one equity without a header, prices times 10,000. The date is kept as midnight UTC.',
    give: GIVE_INSTRUMENT_AND_SERIES,
    options: {
      ...csv,
      field_options: { ...PRICES, timestamp: { format: 'yyyyMMdd HH:mm', time_zone: 'UTC' } },
    },
  },
  {
    ...SHARED,
    identifier: 'lean-minute',
    name: 'QuantConnect Lean: minute bars',
    reads:
      'Minute or second bars of one equity and one day without a header, prices times 10,000. Times are ' +
      'milliseconds since midnight in New York.',
    give: `${GIVE_INSTRUMENT_AND_SERIES}, \`field_options={"timestamp":{"date":"2013-10-07"}}\``,
    options: {
      ...csv,
      field_options: { ...PRICES, timestamp: { format: 'epoch_ms', time_zone: 'America/New_York' } },
    },
  },
];
