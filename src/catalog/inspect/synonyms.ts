/**
 * The names under which files call what Almagest has a field for. The one table of names: docs/contract.md 2.8 describes
 * it, and a name is added here and nowhere else. Names compare by `nameKey`. The earlier a name stands in its list, the
 * better it fits: of two columns with names of one list the earlier name is taken, and the response says so.
 */
export const SYNONYMS = {
  instrument: [
    'identifier',
    'instrument_id',
    'Symbol',
    'Ticker',
    'Ticker Symbol',
    'RIC',
    'ACT Symbol',
    'Stock Symbol',
    'Instrument',
    'Security ID',
    'Security Code',
    'Stock Code',
    'Code',
    'Stock',
    'Asset',
    'Currency Pair',
    'Pair',
    'コード',
    'CQS Symbol',
    'NASDAQ Symbol',
  ],
  isin: ['isin', 'ISIN Code'],
  cusip: ['cusip'],
  sedol: ['sedol'],
  figi: ['figi', 'Composite FIGI', 'OpenFIGI'],
  name: [
    'name',
    'Company Name',
    'Company',
    'Security Name',
    'Security',
    'Long Name',
    'Short Name',
    'Instrument Name',
    'Market Name-Institution Description',
    'Name-Institution Description',
    'Issuer Name',
    'Issuer',
    'Description',
    '銘柄名',
    '法人名',
  ],
  market: [
    'market_id',
    'MIC',
    'Exchange MIC',
    'Market',
    'Exchange',
    'Exchange Code',
    'Primary Exchange',
    'Listing Exchange',
    'Venue',
    'Ex.',
  ],
  timestamp: [
    'timestamp',
    'Datetime',
    'Date',
    'Time Period',
    'window_start',
    'ts_event',
    'Trade Date',
    'Trading Day',
    'Observation Date',
    'As Of Date',
    'Period',
    'Day',
    'DTYYYYMMDD',
    'End Time',
    'Start Time',
    'Bar Time',
    'Unix Timestamp',
    'Unix',
    'Time',
    't',
    '日付',
  ],
  time_of_day: ['Time', 'Time of Day', 'Local Time'],
  value: [
    'value',
    'Price',
    'Rate',
    'Exchange Rate',
    'OBS_VALUE',
    'NAV',
    'Index Value',
    'Level',
    'Settle',
    'PX_LAST',
    'Yield',
    'Amount',
  ],
  currency: ['currency', 'Currency Code', 'Quote Currency', 'Trading Currency', 'Ccy'],
  local_code: ['local_code', 'Local Symbol', 'Exchange Symbol', 'Market Ticker'],
  lot_size: ['lot_size', 'Round Lot Size', 'Round Lot', 'Board Lot'],
  suspended_from: [
    'suspended_from',
    'Halt Date',
    'Halt Start',
    'Suspension Date',
    'Suspended At',
    'Halt Time',
  ],
  suspended_until: ['suspended_until', 'Resumption Date', 'Resume Date', 'Resume Time', 'Resumption Time'],
  reason: ['reason', 'Halt Reason', 'Suspension Reason', 'Reason Code'],
  opens_at: ['opens_at', 'Market Open', 'Open'],
  closes_at: ['closes_at', 'Market Close', 'Close'],
  break_start: ['break_start', 'Lunch Start'],
  break_end: ['break_end', 'Lunch End'],
  is_open: ['is_open'],
  /** The measures of bars: columns with these names are items of one composite value. */
  open: ['open', 'Open Price', 'Opening Price', 'o'],
  high: ['high', 'High Price', 'Max', 'h'],
  low: ['low', 'Low Price', 'Min', 'l'],
  close: ['close', 'Close Price', 'Last', 'Close/Last', 'Closing Price', 'c'],
  adj_close: ['adj_close', 'Adjusted Close'],
  volume: ['volume', 'Vol', 'Total Volume', 'v'],
} as const satisfies Record<string, readonly string[]>;

/** What a name stands for: a key of the table. */
export type Concept = keyof typeof SYNONYMS;

/** What a field of a resource is called in files, beside its own name. */
export const FIELD_CONCEPTS: Readonly<Record<string, Concept>> = {
  identifier: 'instrument',
  instrument_id: 'instrument',
  market_id: 'market',
  name: 'name',
  timestamp: 'timestamp',
  date: 'timestamp',
  value: 'value',
  currency: 'currency',
  local_code: 'local_code',
  lot_size: 'lot_size',
  suspended_from: 'suspended_from',
  suspended_until: 'suspended_until',
  reason: 'reason',
  opens_at: 'opens_at',
  closes_at: 'closes_at',
  break_start: 'break_start',
  break_end: 'break_end',
  is_open: 'is_open',
};

/** The measures of a bar, in their usual order. */
export const BAR_CONCEPTS: readonly Concept[] = ['open', 'high', 'low', 'close', 'adj_close', 'volume'];

/** Names that only files of markets have, beside their identifier and name. */
export const MARKET_NAMES: readonly string[] = [
  'Operating MIC',
  'OPRT/SGMT',
  'OPRT_SGMT',
  'Market Category Code',
  'Acronym',
  'Legal Entity Name',
  'ISO Country Code (ISO 3166)',
];

/** Names that only files of instruments have. */
export const INSTRUMENT_NAMES: readonly string[] = [
  'Sector',
  'Industry',
  'GICS Sector',
  'ETF',
  'Market Cap',
  'CIK',
];

/** A name as it is compared: its letters and digits, in lower case. `<TICKER>`, `#RIC`, `Adj Close*` lose their marks. */
export const nameKey = (name: string): string =>
  name
    .slice(0, MAX_COMPARED)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A longer name is no synonym. */
const MAX_COMPARED = 100;

const CONCEPTS = Object.keys(SYNONYMS) as Concept[];
const POSITIONS = new Map<Concept, ReadonlyMap<string, number>>(
  CONCEPTS.map((concept) => [
    concept,
    new Map(
      [...SYNONYMS[concept]]
        .reverse()
        .map((name) => [nameKey(name), SYNONYMS[concept].findIndex((one) => nameKey(one) === nameKey(name))]),
    ),
  ]),
);
const KNOWN = new Set([
  ...[...POSITIONS.values()].flatMap((names) => [...names.keys()]),
  ...[...MARKET_NAMES, ...INSTRUMENT_NAMES].map(nameKey),
]);

/** How well the name fits the concept: 0 is best; null when it does not. */
export const fitOf = (name: string, concept: Concept): number | null =>
  POSITIONS.get(concept)?.get(nameKey(name)) ?? null;

/** True for a name of the table: a line with one is a header. */
export const isKnownName = (name: string): boolean => KNOWN.has(nameKey(name));
