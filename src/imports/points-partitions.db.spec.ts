import { ImportHarness } from '../../test/support/import-harness';

jest.setTimeout(120_000);

const FILE = (value: (row: number) => string): string =>
  [
    'instrument_id,type_id,timestamp,value',
    ...Array.from({ length: 3_000 }, (_, row) => {
      const instrument = `i${(row % 60) + 10}`;
      return `${instrument},close,${new Date(Date.UTC(2020, 0, 1 + Math.floor(row / 60))).toISOString()},${value(row)}`;
    }),
    '',
  ].join('\n');

describe.each([
  ['one plain table', 0],
  ['16 hash partitions', 16],
])('Points in %s', (_, pointsPartitions) => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await ImportHarness.start({ pointsPartitions });
    await harness.addType('equity');
    await harness.addSeries('close');
    const rows = Array.from({ length: 60 }, (_unused, at) => `i${at + 10},N,equity`);
    await harness.import({ file: ['identifier,name,type_id', ...rows, ''].join('\n') });
  });
  afterAll(() => harness.stop());

  const points = (file: string, onError: 'abort' | 'continue') =>
    harness.import({ resourceType: 'time_series_values', file, onError });

  it('are made as the setting asks', async () => {
    const [row] = await harness.database.query<{ partitions: string }>(
      `SELECT count(*) AS partitions FROM pg_inherits WHERE inhparent = 'time_series_values'::regclass`,
    );
    expect(Number(row?.partitions)).toBe(pointsPartitions);
  });

  it('are created, changed and left alone exactly, and no other point is touched', async () => {
    const first = await points(FILE(String), 'continue');
    expect(first).toMatchObject({ status: 'completed', created_count: 3_000, failed_count: 0 });
    const changed = await points(
      FILE((row) => (row % 3 === 0 ? `${row}.5` : String(row))),
      'abort',
    );
    expect(changed).toMatchObject({ created_count: 0, updated_count: 1_000, unchanged_count: 2_000 });
    const again = await points(
      FILE((row) => (row % 3 === 0 ? `${row}.5` : String(row))),
      'continue',
    );
    expect(again).toMatchObject({ created_count: 0, updated_count: 0, unchanged_count: 3_000 });
    const [sum] = await harness.database.query<{ points: string; sum: string }>(
      `SELECT count(*) AS points, sum(value) AS sum FROM time_series_values`,
    );
    expect(sum).toEqual({ points: '3000', sum: String((3_000 * 2_999) / 2 + 500) + '.0' });
  });

  it('are matched by id', async () => {
    const [row] = await harness.database.query<{ id: string }>(
      `SELECT almagest_point_id(series_id, "timestamp") AS id FROM time_series_values ORDER BY value LIMIT 1`,
    );
    const file = `id,value\n${row?.id ?? ''},77\n`;
    const job = await harness.import({
      resourceType: 'time_series_values',
      file,
      identifierColumn: 'id',
    });
    expect(job).toMatchObject({ status: 'completed', updated_count: 1 });
    const found = await harness.database.query(`SELECT FROM time_series_values WHERE value = 77`);
    expect(found).toHaveLength(2); // the row of the file, and the one that had the value already
  });
});
