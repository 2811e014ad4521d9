import type { ImportSettings } from '../../imports/import-settings';
import type { BuiltInProfile } from './built-in-profile';

const EXCHANGES = {
  NYSE: 'XNYS',
  'NYSE American': 'XASE',
  'NYSE Arca': 'ARCX',
  'NYSE National': 'XCIS',
  'NYSE Chicago': 'XCHI',
  Nasdaq: 'XNAS',
  'Cboe BZX': 'BATS',
  IEX: 'IEXG',
};

const SHARED = {
  resourceType: 'market_listing_suspensions',
  give: 'nothing; import the listings before, with the MICs of their markets',
  fields: [],
} as const;

/** Times are those of the clock in New York, without an offset. A halt appears again when its end is known. */
const optionsOf = (date: string): ImportSettings => ({
  format: 'csv',
  csv_options: { delimiter: ',' },
  mapping: { Symbol: 'instrument_id', Exchange: 'market_id', Reason: 'reason' },
  field_options: {
    market_id: { map: EXCHANGES },
    suspended_from: {
      from: ['Halt Date', 'Halt Time'],
      format: `${date} HH:mm:ss`,
      time_zone: 'America/New_York',
    },
    suspended_until: {
      from: ['Resume Date', 'NYSE Resume Time'],
      format: `${date} HH:mm:ss`,
      time_zone: 'America/New_York',
    },
  },
  on_duplicate: 'last',
  expect_columns: [
    'Halt Date',
    'Halt Time',
    'Symbol',
    'Name',
    'Exchange',
    'Reason',
    'Resume Date',
    'NYSE Resume Time',
  ],
});

/** Trade halts of the NYSE, which come with two forms of dates. */
export const NYSE: readonly BuiltInProfile[] = [
  {
    ...SHARED,
    identifier: 'nyse-trade-halts',
    name: 'NYSE: trade halts with dates YYYY-MM-DD',
    reads: 'Current halts. A halt that is listed again with its end counts as it is listed last.',
    options: optionsOf('yyyy-MM-dd'),
  },
  {
    ...SHARED,
    identifier: 'nyse-trade-halts-us-dates',
    name: 'NYSE: trade halts with dates MM/DD/YYYY',
    reads: 'The same columns with dates such as 11/30/2026.',
    options: optionsOf('MM/dd/yyyy'),
  },
];
