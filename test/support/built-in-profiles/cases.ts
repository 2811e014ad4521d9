import type { Upload } from '../workspace-client';

/** One built-in profile, its files under test/fixtures/profiles, and what must be there before. */
export interface ProfileCase {
  /** Name of the file, the same in `ok` and `not-ok`; the part before the point is the profile. */
  readonly file: string;
  /** What the file does not say. */
  readonly give: Pick<Upload, 'defaults' | 'field_options'>;
  readonly instruments?: readonly string[];
  /** Instrument and market of each listing. */
  readonly listings?: readonly (readonly [string, string])[];
  /** MICs without a listing. */
  readonly markets?: readonly string[];
  /** How the files are packed before they are sent. */
  readonly pack?: 'gzip';
  /** Code of the error of the file with the changed layout. */
  readonly refused: string;
}

const equity = { defaults: { type_id: 'equity' } };
const exchange = { defaults: { type_id: 'exchange' } };
const ohlcv = { defaults: { type_id: 'ohlcv' } };
const adjusted = { defaults: { type_id: 'ohlcv_adj' } };
const oneInstrument = (type_id: string) => ({ defaults: { instrument_id: 'EXA', type_id } });
const EXA = ['EXA'];
const HALTED = [
  ['EXAW', 'XNAS'],
  ['EXB', 'XNYS'],
  ['BIG A', 'XASE'],
] as const;

export const PROFILE_CASES: readonly ProfileCase[] = [
  { file: 'nasdaq-nasdaqlisted.txt', give: equity, refused: 'unexpected_columns' },
  {
    file: 'nasdaq-nasdaqlisted-listings.txt',
    give: {},
    instruments: ['QEDU', 'NA', 'QIDX', 'ZZTST'],
    markets: ['XNGS', 'XNMS', 'XNCM'],
    refused: 'unexpected_columns',
  },
  { file: 'nasdaq-otherlisted.txt', give: equity, refused: 'unexpected_columns' },
  {
    file: 'nasdaq-otherlisted-listings.txt',
    give: {},
    instruments: ['EXA', 'BIG.A', 'EXA$C', 'EXFD', 'EXZ', 'EXV'],
    markets: ['XNYS', 'XASE', 'ARCX', 'BATS', 'IEXG'],
    refused: 'unexpected_columns',
  },
  { file: 'iso10383-mic.csv', give: exchange, refused: 'unexpected_columns' },
  { file: 'iso10383-mic-windows-1252.csv', give: exchange, refused: 'unexpected_columns' },
  {
    file: 'ecb-eurofxref-hist.csv',
    give: { defaults: { type_id: 'fx' } },
    instruments: ['USD', 'JPY', 'BGN', 'CYP', 'CZK'],
    refused: 'missing_column',
  },
  {
    file: 'ecb-eurofxref-daily.csv',
    give: { defaults: { type_id: 'fx' } },
    instruments: ['USD', 'JPY', 'CZK'],
    refused: 'missing_column',
  },
  { file: 'stooq-daily.csv', give: oneInstrument('ohlcv'), instruments: EXA, refused: 'unexpected_columns' },
  { file: 'stooq-bulk.txt', give: ohlcv, instruments: ['EXA.US', 'EXB.US'], refused: 'unexpected_columns' },
  { file: 'metastock-ascii.txt', give: ohlcv, instruments: EXA, refused: 'unexpected_columns' },
  {
    file: 'yahoo-daily.csv',
    give: oneInstrument('ohlcv_adj'),
    instruments: EXA,
    refused: 'unexpected_columns',
  },
  {
    file: 'eodhd-eod.csv',
    give: oneInstrument('ohlcv_adj'),
    instruments: EXA,
    refused: 'unexpected_columns',
  },
  {
    file: 'eodhd-bulk-eod.csv',
    give: adjusted,
    instruments: ['EXA.US', 'EXB.US'],
    refused: 'unexpected_columns',
  },
  {
    file: 'tiingo-eod.csv',
    give: oneInstrument('ohlcv_adj'),
    instruments: EXA,
    refused: 'unexpected_columns',
  },
  {
    file: 'massive-day-aggregates.csv',
    give: ohlcv,
    instruments: ['EXA', 'EXB'],
    pack: 'gzip',
    refused: 'unexpected_columns',
  },
  { file: 'databento-ohlcv.csv', give: ohlcv, instruments: ['ESH6', '6JH6'], refused: 'unexpected_columns' },
  { file: 'databento-ohlcv-iso.csv', give: ohlcv, instruments: ['ESH6'], refused: 'unexpected_columns' },
  {
    file: 'lseg-tick-history-bars.csv',
    give: ohlcv,
    instruments: ['EXA.N', 'EXB.OQ'],
    refused: 'missing_column',
  },
  {
    file: 'lseg-tick-history-trades.csv',
    give: { defaults: { type_id: 'trade' } },
    instruments: ['EXA.N'],
    refused: 'missing_column',
  },
  { file: 'bloomberg-out-instruments.out', give: equity, refused: 'missing_column' },
  {
    file: 'bloomberg-out-prices.out',
    give: { defaults: { type_id: 'close' } },
    instruments: ['EXA US Equity', 'EXB LN Equity'],
    refused: 'missing_column',
  },
  { file: 'lean-daily.csv', give: oneInstrument('ohlcv'), instruments: EXA, refused: 'column_count' },
  {
    file: 'lean-minute.csv',
    give: { ...oneInstrument('ohlcv'), field_options: { timestamp: { date: '2013-10-07' } } },
    instruments: EXA,
    refused: 'column_count',
  },
  { file: 'financedatabase.csv', give: equity, refused: 'missing_column' },
  { file: 'nyse-trade-halts.csv', give: {}, listings: HALTED, refused: 'unexpected_columns' },
  { file: 'nyse-trade-halts-us-dates.csv', give: {}, listings: HALTED, refused: 'unexpected_columns' },
];
