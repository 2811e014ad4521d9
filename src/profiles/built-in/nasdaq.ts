import type { BuiltInProfile } from './built-in-profile';

/** The last line of both files says when they were made. */
const csv_options = { delimiter: '|', quote: null, footer_prefix: 'File Creation Time:' } as const;

const LISTED = [
  'Symbol',
  'Security Name',
  'Market Category',
  'Test Issue',
  'Financial Status',
  'Round Lot Size',
  'ETF',
  'NextShares',
];
const OTHER = [
  'ACT Symbol',
  'Security Name',
  'Exchange',
  'CQS Symbol',
  'ETF',
  'Round Lot Size',
  'Test Issue',
  'NASDAQ Symbol',
];

/** The tiers of Nasdaq are segments with a MIC of their own. */
const TIERS = { Q: 'XNGS', G: 'XNMS', S: 'XNCM' };
const EXCHANGES = { A: 'XASE', N: 'XNYS', P: 'ARCX', Z: 'BATS', V: 'IEXG' };

const GIVE_TYPE = '`defaults={"type_id":"equity"}`';
const GIVE_NOTHING = 'nothing; import the instruments and the markets, named by their MIC, before';

/** The symbol directories of Nasdaq Trader. */
export const NASDAQ: readonly BuiltInProfile[] = [
  {
    identifier: 'nasdaq-nasdaqlisted',
    name: 'Nasdaq: nasdaqlisted.txt, instruments',
    reads: 'The symbol directory of Nasdaq-listed securities.',
    resourceType: 'instruments',
    give: GIVE_TYPE,
    fields: [],
    options: {
      format: 'csv',
      csv_options,
      mapping: { Symbol: 'identifier', 'Security Name': 'name' },
      expect_columns: LISTED,
    },
  },
  {
    identifier: 'nasdaq-nasdaqlisted-listings',
    name: 'Nasdaq: nasdaqlisted.txt, listings',
    reads: 'The same file as listings: the tier is the market (XNGS, XNMS, XNCM).',
    resourceType: 'market_listings',
    give: GIVE_NOTHING,
    fields: [],
    options: {
      format: 'csv',
      csv_options,
      mapping: { 'Market Category': 'market_id', 'Round Lot Size': 'lot_size' },
      defaults: { currency: 'USD' },
      field_options: {
        instrument_id: { from: 'Symbol' },
        local_code: { from: 'Symbol' },
        market_id: { map: TIERS },
      },
      expect_columns: LISTED,
    },
  },
  {
    identifier: 'nasdaq-otherlisted',
    name: 'Nasdaq: otherlisted.txt, instruments',
    reads: 'The symbol directory of securities that are listed on other exchanges of the US.',
    resourceType: 'instruments',
    give: GIVE_TYPE,
    fields: [],
    options: {
      format: 'csv',
      csv_options,
      mapping: { 'ACT Symbol': 'identifier', 'Security Name': 'name' },
      expect_columns: OTHER,
    },
  },
  {
    identifier: 'nasdaq-otherlisted-listings',
    name: 'Nasdaq: otherlisted.txt, listings',
    reads: 'The same file as listings: the letter of the exchange becomes its MIC.',
    resourceType: 'market_listings',
    give: GIVE_NOTHING,
    fields: [],
    options: {
      format: 'csv',
      csv_options,
      mapping: { Exchange: 'market_id', 'Round Lot Size': 'lot_size', 'CQS Symbol': 'local_code' },
      defaults: { currency: 'USD' },
      field_options: { instrument_id: { from: 'ACT Symbol' }, market_id: { map: EXCHANGES } },
      expect_columns: OTHER,
    },
  },
];
