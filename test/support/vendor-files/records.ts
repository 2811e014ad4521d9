import {
  constant,
  csv,
  date8,
  decimal,
  midnight,
  pick,
  same,
  truth,
  without,
  type VendorFile,
} from './vendor-file';

const NZE = [
  ['summary', 'currency', 'sector', 'industry_group', 'industry', 'exchange', 'mic', 'market', 'country'],
  ['state', 'city', 'zipcode', 'website', 'market_cap', 'isin', 'cusip', 'figi', 'composite_figi'],
  ['shareclass_figi'],
].flat();

const COARSE = ['sid', 'symbol', 'close', 'volume', 'dollar_volume', 'has_fundamentals'];
const FACTORS = ['price_factor', 'split_factor'];

/** Currencies of crypto exchanges: coins, and tests. */
const COINS = [
  ['AEUR', 'AGLD', 'BIDR', 'BKRW', 'BUSD', 'BVND', 'CNHT', 'DOGE', 'EURI', 'EURQ', 'EURR', 'EURT'],
  ['FDUSD', 'GYEN', 'IDRT', 'MXNT', 'PYUSD', 'RLUSD', 'TESTUSD', 'TESTUSDT', 'TFUEL', 'TRYB', 'TUSD'],
  ['U', 'USD1', 'USD4', 'USDC', 'USDD', 'USDE', 'USDP', 'USDQ', 'USDR', 'USDS', 'USDSOLD', 'USDT'],
  ['XAUT', 'XCHF'],
].flat();

/** Rows without those whose key came before. */
const first = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] => [
  ...new Map([...rows].reverse().map((row) => [keyOf(row), row])).values(),
];

const suspensions = (year: number, rows: number): VendorFile => ({
  file: `jp-delisted-codes__${year}.json`,
  type: 'market_listing_suspensions',
  asks: ['resource_type'],
  given: {
    resource_type: 'market_listing_suspensions',
    mapping: { code: 'instrument_id', date: 'suspended_from' },
    defaults: { market_id: 'XJPX', reason: 'delisted' },
  },
  why: 'A code and a date may be anything.',
  rows,
  expected: (text) =>
    (JSON.parse(text) as { date: string; code: string }[]).map(({ date, code }) => ({
      instrument_id: code,
      market_id: 'XJPX',
      suspended_from: `${date}T00:00:00Z`,
      suspended_until: '',
      reason: 'delisted',
    })),
});

/** Files of instruments, markets, listings and suspensions. */
export const RECORD_FILES: readonly VendorFile[] = [
  {
    file: 'vendor/ca_tsx.csv',
    type: 'instruments',
    // The repeated ticker is behind the part that is inspected.
    issues: ['required'],
    refused: [
      {
        code: 'required',
        rows: 1,
        why: 'National Bank of Canada has no ticker: another tool read `NA` as null',
      },
      { code: 'duplicate_row', rows: 1, why: 'SJR.B is on two exchanges' },
    ],
    rows: 3137,
    expected: (text) =>
      pick(
        first(
          csv(text).filter(({ Ticker }) => Ticker !== ''),
          ({ Ticker = '' }) => Ticker,
        ),
        {
          identifier: 'Ticker',
          name: 'Name',
          ex: 'Ex.',
          qmv: 'QMV($)',
          hq_region: 'HQ Region',
          hq_location: 'HQ Location',
          sector: 'Sector',
          sub_sector: 'Sub Sector',
          description: 'description',
        },
      ),
  },
  {
    file: 'vendor/jp_listed_company__head.csv',
    type: 'instruments',
    rows: 699,
    expected: (text) =>
      pick(csv(text), {
        identifier: 'コード',
        name: '銘柄名',
        column_1: date8('日付'),
        column_4: '33業種コード',
        column_5: '17業種コード',
        column_6: without('規模コード', '-'),
        column_7: '市場コード',
        column_8: '法人番号',
        column_9: '法人名',
        column_10: '法人名ふりがな',
        column_11: '法人名英語',
        column_12: '本店所在地',
        column_13: '設立',
        column_14: '時価総額',
      }),
  },
  {
    file: 'vendor/lean_coarse_20140324.csv',
    type: 'instruments',
    asks: ['columns', 'resource_type'],
    given: {
      resource_type: 'instruments',
      csv_options: { columns: [...COARSE, ...FACTORS] },
      mapping: { sid: 'identifier', symbol: 'name' },
    },
    why: 'There is no header.',
    rows: 7111,
    expected: (text) =>
      pick(csv(text, [...COARSE, ...FACTORS]), {
        identifier: 'sid',
        name: 'symbol',
        ...same('close', 'volume', 'dollar_volume', ...FACTORS),
        has_fundamentals: truth('has_fundamentals'),
      }),
  },
  {
    file: 'vendor/lean_symbol_properties.csv',
    type: 'market_listings',
    given: { field_options: { currency: { null_values: COINS } } },
    also: { on_duplicate: 'first' },
    issues: ['duplicate_row'],
    why:
      'The currency of a listing has three letters, and a coin such as USDT is none. A symbol has a row for each of its ' +
      'kinds (spot, future), and a listing is one.',
    skipped: 886,
    rows: 9935,
    expected: (text) =>
      first(
        pick(
          csv(
            text
              .split('\n')
              .filter((line) => !/^(#|\s*$)/.test(line))
              .join('\n'),
          ),
          {
            instrument_id: 'symbol',
            market_id: 'market',
            local_code: 'market_ticker',
            currency: without('quote_currency', ...COINS),
            lot_size: 'lot_size',
          },
        ),
        ({ instrument_id = '', market_id = '' }) => `${instrument_id} ${market_id}`,
      ),
  },
  {
    file: 'ca-tsx-cse__cse.csv',
    type: 'instruments',
    rows: 593,
    expected: (text) =>
      pick(csv(text), {
        identifier: 'Symbol',
        name: 'Company',
        industry: 'Industry',
        identifier_2: 'Identifier',
        indices: 'Indices',
        currency: 'Currency',
        trading: 'Trading',
        urls: 'urls',
        description: 'description',
      }),
  },
  {
    file: 'financedatabase__NGM.csv',
    type: 'instruments',
    rows: 205,
    expected: (text) =>
      pick(csv(text), {
        identifier: 'symbol',
        ...same(
          'name',
          'currency',
          'summary',
          'category_group',
          'category',
          'family',
          'exchange',
          'mic',
          'isin',
        ),
      }),
  },
  {
    file: 'financedatabase__NZE.csv',
    type: 'instruments',
    refused: [{ code: 'required', rows: 10, why: 'the name is empty' }],
    rows: 249,
    expected: (text) =>
      pick(
        csv(text).filter(({ name }) => name !== ''),
        { identifier: 'symbol', name: 'name', ...same(...NZE), delisted: truth('delisted') },
      ),
  },
  {
    file: 'jp-edinet__data_j.csv',
    type: 'instruments',
    rows: 4371,
    expected: (text) =>
      pick(csv(text), {
        identifier: 'コード',
        name: '銘柄名',
        column_1: date8('日付'),
        column_4: '市場・商品区分',
        column_5: without('33業種コード', '-'),
        column_6: '33業種区分',
        column_7: without('17業種コード', '-'),
        column_8: '17業種区分',
        column_9: without('規模コード', '-'),
        column_10: '規模区分',
      }),
  },
  {
    file: 'pddl-currency-codes__codes-all.csv',
    type: 'instruments',
    asks: ['resource_type'],
    given: {
      resource_type: 'instruments',
      mapping: { AlphabeticCode: 'identifier', Currency: 'name' },
    },
    also: { on_duplicate: 'first' },
    issues: ['duplicate_row', 'required'],
    why: 'A currency has a row for each country; its name is in a column that may be anything.',
    refused: [{ code: 'required', rows: 3, why: 'three territories have no currency' }],
    skipped: 139,
    rows: 307,
    expected: (text) =>
      first(
        pick(
          csv(text).filter(({ AlphabeticCode }) => AlphabeticCode !== ''),
          {
            identifier: 'AlphabeticCode',
            name: 'Currency',
            entity: 'Entity',
            numeric_code: 'NumericCode',
            minor_unit: without('MinorUnit', '-'),
            withdrawal_date: 'WithdrawalDate',
          },
        ),
        ({ identifier = '' }) => identifier,
      ),
  },
  {
    file: 'pddl-nasdaq-listings__nasdaq-listed-symbols.csv',
    type: 'instruments',
    rows: 5569,
    expected: (text) =>
      pick(
        csv(text).filter((row) => row['Company Name'] !== ''),
        {
          identifier: 'Symbol',
          name: 'Company Name',
          security_name: 'Security Name',
          market_category: 'Market Category',
          test_issue: 'Test Issue',
          financial_status: 'Financial Status',
          round_lot_size: 'Round Lot Size',
          etf: truth('ETF'),
          next_shares: 'NextShares',
        },
      ),
  },
  {
    file: 'pddl-nyse-other-listings__other-listed.csv',
    type: 'instruments',
    issues: [], // its row is behind the first 5,000
    refused: [{ code: 'required', rows: 1, why: 'SVIX has no company name' }],
    rows: 7542,
    expected: (text) =>
      pick(
        csv(text).filter((row) => row['Company Name'] !== ''),
        {
          identifier: 'ACT Symbol',
          name: 'Company Name',
          security_name: 'Security Name',
          exchange: 'Exchange',
          cqs_symbol: 'CQS Symbol',
          etf: truth('ETF'),
          round_lot_size: 'Round Lot Size',
          test_issue: 'Test Issue',
          nasdaq_symbol: 'NASDAQ Symbol',
        },
      ),
  },
  {
    file: 'pddl-s-and-p-500-companies__constituents.csv',
    type: 'instruments',
    rows: 503,
    expected: (text) =>
      pick(csv(text), {
        identifier: 'Symbol',
        name: 'Security',
        gics_sector: 'GICS Sector',
        gics_sub_industry: 'GICS Sub-Industry',
        headquarters_location: 'Headquarters Location',
        date_added: 'Date added',
        cik: 'CIK',
        founded: 'Founded',
      }),
  },
  {
    file: 'pddl-s-and-p-500-financials__constituents-financials.csv',
    type: 'instruments',
    rows: 503,
    expected: (text) =>
      pick(csv(text), {
        identifier: 'Symbol',
        name: 'Name',
        sector: 'Sector',
        price: decimal('Price'),
        price_earnings: decimal('Price/Earnings'),
        dividend_yield: decimal('Dividend Yield'),
        earnings_share: decimal('Earnings/Share'),
        field_52_week_low: decimal('52 Week Low'),
        field_52_week_high: decimal('52 Week High'),
        market_cap: decimal('Market Cap'),
        ebitda: decimal('EBITDA'),
        price_sales: decimal('Price/Sales'),
        price_book: decimal('Price/Book'),
        sec_filings: 'SEC Filings',
      }),
  },
  {
    file: 'mic-jcape-2026-xml__markets_mic_2026.mapped.csv',
    type: 'markets',
    rows: 2811,
    expected: (text) =>
      pick(csv(text), {
        ...same('identifier', 'name', 'operating_mic', 'oprt_sgmt', 'legal_entity', 'lei', 'category'),
        ...same('acronym', 'country', 'city', 'website', 'status', 'comments'),
        created: date8('created'),
        expiry: date8('expiry'),
      }),
  },
  {
    file: 'mic-omegapoint-2016-json__data.json',
    type: 'markets',
    rows: 1151,
    expected: (text) =>
      pick(
        Object.entries(JSON.parse(text) as Record<string, Record<string, string>>).map(([key, row]) => ({
          ...row,
          key,
        })),
        {
          identifier: 'MIC',
          name: 'NAME-INSTITUTION DESCRIPTION',
          key: 'key',
          country: 'COUNTRY',
          iso_country_code_iso_3166: 'ISO COUNTRY CODE (ISO 3166)',
          operating_mic: 'OPERATING MIC',
          o_s: 'O/S',
          acronym: 'ACRONYM',
          city: 'CITY',
          website: 'WEBSITE',
          status_date: 'STATUS DATE',
          status: 'STATUS',
          creation_date: 'CREATION DATE',
          comments: 'COMMENTS',
        },
      ),
  },
  {
    file: 'jp-delisted-codes__suspensions.mapped.csv',
    type: 'market_listing_suspensions',
    rows: 877,
    expected: (text) =>
      pick(csv(text), {
        ...same('instrument_id', 'market_id', 'reason'),
        suspended_from: midnight('suspended_from'),
        suspended_until: constant(''),
      }),
  },
  suspensions(2024, 89),
  suspensions(2026, 107),
];
