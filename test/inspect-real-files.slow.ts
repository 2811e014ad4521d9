import type { InspectionDto } from '../src/imports/inspect/inspection.dto';
import { InspectedImport, type Answers, type References } from './support/inspected-import';
import { readCsv } from './support/read-csv';
import { describeRealData } from './support/real-data';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(300_000);

/** A real file, what is told of it, and what its import does. */
interface Case extends Answers {
  readonly file: string;
  readonly type: string;
  /** Codes of the questions; answered by `choose` and `fields`. */
  readonly asks?: readonly string[];
  /** Codes of what the inspection says that an import would refuse. */
  readonly refuses?: readonly string[];
  /** Rows that no import takes: values that no rule reads, and keys that come twice. */
  readonly failed?: number;
  /** Lines that are no records, told without the code under test. */
  readonly isRecord?: (line: string, index: number) => boolean;
  /** The canonical form of times, told without the reader under test. */
  readonly time?: (text: string) => string;
}

const DAY = (text: string): string => `${text}T00:00:00Z`;
const pad = (text: string | undefined): string => (text ?? '').padStart(2, '0');

const CASES: readonly Case[] = [
  { file: 'pddl-s-and-p-500-companies__constituents.csv', type: 'instruments' },
  { file: 'pddl-s-and-p-500-financials__constituents-financials.csv', type: 'instruments' },
  { file: 'financedatabase__NGM.csv', type: 'instruments' },
  { file: 'financedatabase__NZE.csv', type: 'instruments', refuses: ['required'], failed: 10 },
  { file: 'jp-edinet__data_j.csv', type: 'instruments' },
  { file: 'vendor/jp_listed_company__head.csv', type: 'instruments' },
  { file: 'mic-jcape-2026-xml__markets_mic_2026.mapped.csv', type: 'markets' },
  { file: 'jp-delisted-codes__suspensions.mapped.csv', type: 'market_listing_suspensions', time: DAY },
  { file: 'pddl-exchange-rates__monthly.csv', type: 'time_series_values', time: DAY },
  {
    file: 'pddl-gold-prices__monthly-processed.csv',
    type: 'time_series_values',
    asks: ['missing_field'],
    fields: { defaults: { instrument_id: 'gold' } },
    time: DAY,
  },
  {
    file: 'pddl-finance-vix__vix-daily.csv',
    type: 'composite_time_series_values',
    asks: ['missing_field'],
    fields: { defaults: { instrument_id: 'vix' } },
    time: DAY,
  },
  {
    file: 'stocknet-ohlcv__AAPL.csv',
    type: 'composite_time_series_values',
    asks: ['missing_field'],
    fields: { defaults: { instrument_id: 'AAPL' } },
    time: DAY,
  },
  {
    file: 'quotes-bom__spx.csv',
    type: 'composite_time_series_values',
    asks: ['missing_field'],
    fields: { defaults: { instrument_id: 'spx' } },
    time: (text) => {
      const [month, day, year] = text.split('/');
      return DAY(`${year ?? ''}-${pad(month)}-${pad(day)}`);
    },
  },
  { file: 'vendor/plotly_stock_ticker__head.csv', type: 'composite_time_series_values', time: DAY },
  {
    file: 'vendor/coinbase_hourly_preamble__head.csv',
    type: 'composite_time_series_values',
    isRecord: (_, index) => index > 0,
    time: (text) => {
      const [day = '', clock = ''] = text.split(' ');
      const [hour = '', half = ''] = clock.split('-');
      return `${day}T${pad(String((Number(hour) % 12) + (half === 'PM' ? 12 : 0)))}:00:00Z`;
    },
  },
  { file: 'vendor/ecb_eurofxref_hist__head.csv', type: 'time_series_values' },
  {
    file: 'vendor/house_prices_us_wide.csv',
    type: 'time_series_values',
    asks: ['wide'],
    choose: { wide: 'instruments' },
  },
];

/** The records of a file, read without the code under test. */
function rowsOf(file: Buffer, isRecord?: Case['isRecord']): { header: string[]; rows: string[][] } {
  const whole = file
    .toString()
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
  const text = isRecord === undefined ? whole : whole.split('\n').filter(isRecord).join('\n');
  const [header = [], ...rows] = readCsv(text.endsWith('\n') ? text : `${text}\n`);
  return { header, rows };
}

/** The cells of a wide file that hold a value. */
const cellsOf = ({ header, rows }: ReturnType<typeof rowsOf>, except: readonly string[]): string[] =>
  rows.flatMap((row) =>
    row.filter((cell, index) => {
      const column = header[index] ?? '';
      return column !== '' && !except.includes(column) && cell !== '' && cell !== 'N/A';
    }),
  );

/** What the rows refer to. */
function referencesOf({ header, rows }: ReturnType<typeof rowsOf>, told: InspectionDto): References {
  const fieldOf = (column: string): string | null => told.mapping[column] ?? column;
  const texts = (field: string): string[] => {
    const index = header.findIndex((column) => fieldOf(column) === field);
    const constant = told.defaults[field];
    if (index < 0) return typeof constant === 'string' ? [constant] : [];
    return [...new Set(rows.map((row) => row[index] ?? ''))].filter((text) => text !== '');
  };
  const instruments = texts('instrument_id');
  const markets = texts('market_id');
  const { unpivot } = told;
  if (unpivot !== null) {
    return { instruments: header.filter((column) => column !== '' && !unpivot.except?.includes(column)) };
  }
  const isSuspension = told.resource_type === 'market_listing_suspensions';
  const [market = ''] = markets;
  return {
    instruments,
    markets,
    pairs: isSuspension ? instruments.map((one) => [one, market] as const) : [],
  };
}

describeRealData('Real files, imported as their inspection proposes', (read) => {
  let app: TestApp;
  beforeAll(async () => (app = await startTestApp()));
  afterAll(() => app.stop());

  it.each(CASES)('$file', async (one) => {
    const { file, type, asks = [], refuses = [], failed = 0, time = (text: string) => text } = one;
    const bytes = read(file);
    const name = file.split('/').at(-1) ?? file;
    const slug = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40);
    const load = await InspectedImport.open(app, slug, bytes, name);
    const asked = await load.inspect();
    expect(asked.questions.map(({ code }) => code)).toEqual(asks);
    const answered = await load.answer(one);
    expect(answered).toMatchObject({ resource_type: type, questions: [] });

    const parsed = rowsOf(bytes, one.isRecord);
    await load.prepare(answered, referencesOf(parsed, answered));
    const told = await load.answer(one);
    expect(told.problems.map(({ code }) => code)).toEqual(refuses);
    const { unpivot } = told;
    const cells = unpivot === null ? [] : cellsOf(parsed, unpivot.except ?? []);
    const rowCount = unpivot === null ? parsed.rows.length : cells.length;
    const job = await load.import(told);
    expect(job).toMatchObject({ status: 'completed', row_count: rowCount, failed_count: failed });
    const again = await load.import(told);
    expect(again).toMatchObject({ unchanged_count: rowCount - failed, failed_count: failed });

    const exported = rowsOf((await load.client.export({ object_type: type, format: 'csv' })).file);
    if (unpivot !== null) {
      const value = exported.header.indexOf('value');
      expect(exported.rows.map((row) => row[value] ?? '').sort()).toEqual(cells.sort());
      return;
    }
    const refused = new Set(job.errors.map(({ row }) => row));
    const taken = { ...parsed, rows: parsed.rows.filter((_, index) => !refused.has(index + 1)) };
    expect(tuples(exported, told, null)).toEqual(tuples(taken, told, time));
  });
});

/** A number with its exponent written out: the canonical form has none. */
function plain(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = ''] =
    /^(-?)(\d+)(?:\.(\d+))?e-(\d+)$/i.exec(text) ?? [];
  return exponent === ''
    ? text
    : `${sign}0.${'0'.repeat(Number(exponent) - whole.length)}${whole}${fraction}`;
}

/**
 * The rows as sorted texts of the columns that keep their text: all that feed a field without options, and times. `time`:
 * null for an export, which has the fields as columns.
 */
function tuples(
  { header, rows }: ReturnType<typeof rowsOf>,
  told: InspectionDto,
  time: ((text: string) => string) | null,
): string[] {
  const times = ['timestamp', 'suspended_from', 'suspended_until'];
  const columns = told.columns.flatMap(({ name, kind }) => {
    const field = told.mapping[name] ?? name;
    const isTold =
      told.mapping[name] !== undefined || told.type?.fields.some(({ field_key }) => field_key === name);
    const isCore = ['identifier', 'name', 'value', 'instrument_id', 'market_id', 'reason', ...times].includes(
      field,
    );
    if (name === '' || !(isTold === true || isCore)) return [];
    if (told.field_options[field] !== undefined && !times.includes(field)) return [];
    return [{ index: header.indexOf(time === null ? field : name), isTime: times.includes(field), kind }];
  });
  const textOf = (text: string, isTime: boolean, kind: string): string => {
    if (text === '' || time === null) return text;
    if (isTime) return time(text);
    if (kind === 'decimal') return plain(text);
    return kind === 'boolean' ? text.toLowerCase() : text;
  };
  expect(columns.every(({ index }) => index >= 0)).toBe(true);
  return rows
    .map((row) =>
      columns.map(({ index, isTime, kind }) => textOf(row[index] ?? '', isTime, kind)).join('\u0001'),
    )
    .sort();
}
