import type { BuiltInProfile } from './built-in-profile';

const unpivot = {
  columns: '*',
  except: ['Date'],
  name_to: 'instrument_id',
  value_to: 'value',
} as const;

const SHARED = {
  resourceType: 'time_series_values',
  give: '`defaults={"type_id":"fx"}`; the currencies are instruments named `USD`, `JPY`, …',
  fields: [],
} as const;

/** Euro foreign exchange reference rates of the European Central Bank: units of a currency for one euro. */
export const ECB: readonly BuiltInProfile[] = [
  {
    ...SHARED,
    identifier: 'ecb-eurofxref-hist',
    name: 'ECB: eurofxref-hist.csv, reference rates since 1999',
    reads: 'One row for each day and one column for each currency; N/A and empty cells make no value.',
    options: {
      format: 'csv',
      csv_options: { delimiter: ',' },
      mapping: { Date: 'timestamp' },
      field_options: { value: { null_values: ['N/A'] } },
      unpivot,
    },
  },
  {
    ...SHARED,
    identifier: 'ecb-eurofxref-daily',
    name: 'ECB: eurofxref.csv, reference rates of one day',
    reads: 'The rates of the last day, with blanks after the commas and a date such as 30 November 2026.',
    options: {
      format: 'csv',
      csv_options: { delimiter: ',', trim: true },
      mapping: { Date: 'timestamp' },
      field_options: { timestamp: { format: 'd MMMM yyyy' }, value: { null_values: ['N/A'] } },
      unpivot,
    },
  },
];
