import { ImportHarness } from '../../test/support/import-harness';
import type { ImportJobDto } from './import-job.dto';

jest.setTimeout(120_000);

const HEADER = 'instrument_id,type_id,timestamp,value';
const csv = (...lines: string[]): string => [...lines, ''].join('\n');
const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const keyOf = (instrument: number, date: number): string =>
  `i${String(instrument).padStart(2, '0')},close,${day(date)}`;

/** Numbers below `below`, the same ones for the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

type Kind = 'unchanged' | 'updated' | 'created' | 'failed';
interface Row {
  readonly kind: Kind;
  readonly key: string;
  readonly value: string;
}

/** What is stored before, and a file in which each key appears once. */
function scenario(
  roll: (below: number) => number,
  {
    instruments,
    stored,
    within,
    named,
    bad,
  }: Record<'instruments' | 'stored' | 'within' | 'named' | 'bad', number>,
): { before: Map<string, string>; rows: Row[] } {
  const before = new Map<string, string>();
  const rows: Row[] = [];
  for (let instrument = 1; instrument <= instruments; instrument++) {
    for (let date = 0; date < within; date++) {
      const key = keyOf(instrument, date);
      const isStored = roll(100) < stored;
      if (isStored) before.set(key, '1.50');
      if (roll(100) >= named) continue;
      if (roll(100) < bad) rows.push({ kind: 'failed', key, value: '' });
      else if (!isStored) rows.push({ kind: 'created', key, value: '7' });
      else if (roll(3) === 0) rows.push({ kind: 'updated', key, value: '1.5' });
      else rows.push({ kind: 'unchanged', key, value: '1.50' });
    }
  }
  return { before, rows };
}

const counts = (rows: readonly Row[]): Record<string, number> => {
  const of = (kind: Kind): number => rows.filter((row) => row.kind === kind).length;
  return {
    created_count: of('created'),
    updated_count: of('updated'),
    unchanged_count: of('unchanged'),
    failed_count: of('failed'),
    processed_count: rows.length,
    error_count: of('failed'),
  };
};

describe('Ranges of rows of which some create, some update, some leave their record as it is and some are refused', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await ImportHarness.start({ batchRows: 20 });
  });
  afterAll(() => harness.stop());

  let workspaces = 0;
  beforeEach(async () => {
    harness.workspaceId = await harness.addWorkspace(`w${++workspaces}`);
    await harness.addType('equity', 'isin', 'shares:number');
    await harness.addSeries('close');
  });

  const addInstruments = async (count: number): Promise<void> => {
    const lines = Array.from({ length: count }, (_, n) => `${keyOf(n + 1, 0).split(',')[0] ?? ''},N,equity`);
    await harness.import({ file: csv('identifier,name,type_id', ...lines) });
  };

  const send = (
    rows: readonly Row[],
    more: { onError: 'abort' | 'continue'; dryRun?: boolean },
  ): Promise<ImportJobDto> =>
    harness.import({
      resourceType: 'time_series_values',
      file: csv(HEADER, ...rows.map(({ key, value }) => `${key},${value}`)),
      ...more,
    });
  const store = (points: ReadonlyMap<string, string>): Promise<ImportJobDto> =>
    send(
      [...points].map(([key, value]) => ({ kind: 'created', key, value })),
      { onError: 'abort' },
    );
  const points = async (): Promise<Map<string, string>> => {
    const found = await harness.database.query<{ key: string; value: string }>(
      `SELECT i.identifier || ',close,' || to_char(v.timestamp AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS key, v.value::text AS value
       FROM time_series_values v JOIN instrument_series s ON s.id = v.series_id
       JOIN instruments i ON i.id = s.instrument_id
       WHERE s.workspace_id = $1 ORDER BY 1`,
      [harness.workspaceId],
    );
    return new Map(found.map(({ key, value }) => [key, value]));
  };
  const sorted = (map: ReadonlyMap<string, string>): Map<string, string> =>
    new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));

  const shapes = {
    'the stored points again, some corrected': { instruments: 3, stored: 95, within: 30, named: 100, bad: 0 },
    'nothing that is stored': { instruments: 3, stored: 0, within: 30, named: 100, bad: 0 },
    'nothing that is stored, and rows to refuse': {
      instruments: 3,
      stored: 0,
      within: 30,
      named: 100,
      bad: 10,
    },
    'a little of everything': { instruments: 4, stored: 50, within: 20, named: 80, bad: 10 },
    'few of the stored points, far apart': { instruments: 3, stored: 100, within: 90, named: 6, bad: 10 },
    'many instruments and few points of each': { instruments: 20, stored: 50, within: 5, named: 40, bad: 10 },
  };
  const orders: Record<string, (rows: Row[], roll: (below: number) => number) => Row[]> = {
    'by instrument': (rows) => rows,
    'by date': (rows) => [...rows].sort((a, b) => (a.key.slice(10) < b.key.slice(10) ? -1 : 1)),
    'in no order': (rows, roll) =>
      rows
        .map((row) => [roll(1_000_000), row] as const)
        .sort(([a], [b]) => a - b)
        .map(([, row]) => row),
  };
  const cases = Object.keys(shapes).flatMap((shape) =>
    Object.keys(orders).map((order) => [shape, order] as const),
  );

  it.each(cases)('are counted exactly and take effect exactly: %s, %s', async (shape, order) => {
    const roll = dice(shape.length * 31 + order.length);
    const wanted = shapes[shape as keyof typeof shapes];
    const { before, rows } = scenario(roll, wanted);
    const file = orders[order]?.(rows, roll) ?? rows;
    await addInstruments(wanted.instruments);
    await store(before);

    const dry = await send(file, { onError: 'continue', dryRun: true });
    expect(dry).toMatchObject({ status: 'completed', ...counts(rows) });
    expect(await points()).toEqual(sorted(before));

    const refused = rows.filter(({ kind }) => kind === 'failed');
    if (refused.length > 0) {
      const aborted = await send(file, { onError: 'abort' });
      expect(aborted).toMatchObject({ status: 'failed', failed_count: refused.length, created_count: 0 });
      expect(await points()).toEqual(sorted(before));
    }

    const good = file.filter(({ kind }) => kind !== 'failed');
    const onError = roll(2) === 0 || refused.length > 0 ? 'continue' : 'abort';
    const real = await send(file, { onError });
    expect(real).toMatchObject({ status: 'completed', row_count: rows.length, ...counts(rows) });
    const after = new Map(before);
    for (const { key, value } of good) after.set(key, value);
    expect(await points()).toEqual(sorted(after));

    const again = await send(good, { onError: 'abort' });
    expect(again).toMatchObject({
      status: 'completed',
      unchanged_count: good.length,
      updated_count: 0,
      created_count: 0,
    });
  });

  it('count the second row of a key as refused, also when the first one leaves its record as it is', async () => {
    await addInstruments(2);
    await store(
      new Map([
        [keyOf(1, 0), '1'],
        [keyOf(1, 1), '1'],
        [keyOf(2, 0), '1'],
      ]),
    );
    const row = (kind: Kind, key: string, value: string): Row => ({ kind, key, value });
    const rows = [
      row('unchanged', keyOf(1, 1), '1'),
      row('unchanged', keyOf(1, 0), '1'),
      row('failed', keyOf(1, 1), '2'),
      row('failed', keyOf(1, 0), '1'),
      row('updated', keyOf(2, 0), '3'),
      row('created', keyOf(2, 1), '4'),
    ];
    const job = await send(rows, { onError: 'continue' });
    expect(job).toMatchObject({ status: 'completed', ...counts(rows) });
    expect(job.errors.map(({ row: nr, code }) => [nr, code])).toEqual([
      [3, 'duplicate_row'],
      [4, 'duplicate_row'],
    ]);
  });

  it('refuse a row that changes nothing but immutable fields', async () => {
    await harness.addType('bond');
    const file = csv('identifier,name,type_id', 'a,A,equity', 'b,B,equity', 'c,C,equity');
    await harness.import({ file });
    const job = await harness.import({ file: file.replace('b,B,equity', 'b,B,bond'), onError: 'continue' });
    expect(job).toMatchObject({ unchanged_count: 2, updated_count: 0, failed_count: 1 });
    expect(job.errors).toMatchObject([{ row: 2, column: 'type_id', code: 'conflict' }]);
  });

  it('count records that differ in what they bring along, custom fields and archived ones included', async () => {
    await harness.import({
      file: csv(
        'identifier,name,type_id,isin,shares,archived_at',
        'a,A,equity,X,1.0,',
        'b,B,equity,Y,2,',
        'c,C,equity,,,2026-01-01',
        'd,D,equity,,,',
        'e,E,equity,Z,,',
      ),
    });
    const job = await harness.import({
      format: 'json',
      onError: 'continue',
      file: JSON.stringify([
        { identifier: 'a', name: 'A' },
        { identifier: 'b', field_values: { shares: 2 } },
        { identifier: 'c', name: 'C' },
        { identifier: 'd', field_values: { isin: null } },
        { identifier: 'e', field_values: { isin: null } },
        { identifier: 'f', name: 'F', type_id: 'equity' },
        { identifier: 'g', name: 'G' },
      ]),
    });
    expect(job).toMatchObject({ unchanged_count: 3, updated_count: 2, created_count: 1, failed_count: 1 });
    expect(await harness.instruments()).toMatchObject([
      { field_values: { isin: 'X', shares: '1.0' } },
      { field_values: { isin: 'Y', shares: '2' } },
      { archived: false },
      { field_values: {} },
      { field_values: {} },
      { identifier: 'f' },
    ]);
  });

  it('count rows whose key ends in a reference, of which Postgres knows no smallest one', async () => {
    await addInstruments(6);
    await harness.database.query(
      `INSERT INTO market_types (workspace_id, identifier, name) VALUES ($1, 'exchange', 'E')`,
      [harness.workspaceId],
    );
    await harness.import({
      resourceType: 'markets',
      file: csv('identifier,name,type_id', 'asx,A,exchange', 'xtks,T,exchange', 'xlon,L,exchange'),
    });
    const line = (n: number, code: string): string =>
      `i0${(n % 6) + 1},${['asx', 'xtks', 'xlon'][n % 3] ?? ''},${code}`;
    const listings = (code: (n: number) => string): Promise<ImportJobDto> =>
      harness.import({
        resourceType: 'market_listings',
        onError: 'continue',
        file: csv('instrument_id,market_id,local_code', ...[0, 1, 2, 3, 4, 5].map((n) => line(n, code(n)))),
      });
    expect(await listings(() => 'X')).toMatchObject({ created_count: 6 });
    expect(await listings((n) => (n % 2 === 0 ? 'X' : 'Y'))).toMatchObject({
      unchanged_count: 3,
      updated_count: 3,
    });
    expect(await listings((n) => (n % 2 === 0 ? 'X' : 'Y'))).toMatchObject({ unchanged_count: 6 });
  });
});
