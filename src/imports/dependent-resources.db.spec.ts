import type { ImportJobDto } from './import-job.dto';
import { ImportHarness } from '../../test/support/import-harness';

describe('Imports of records that hang on others', () => {
  let harness: ImportHarness;
  beforeEach(async () => {
    harness = await ImportHarness.start({ batchRows: 4 });
    await harness.addType('equity');
    await harness.addSeries('close');
    await harness.addSeries('ohlc', 'open!', 'high', 'low', 'close!');
    await harness.database.query(
      `INSERT INTO market_types (workspace_id, identifier, name) VALUES ($1, 'exchange', 'E')`,
      [harness.workspaceId],
    );
    await harness.import({ file: csv('identifier,name,type_id', 'a,A,equity', 'b,B,equity') });
    await harness.import({
      resourceType: 'markets',
      file: csv('identifier,name,type_id', 'asx,ASX,exchange', 'xtks,Tokyo,exchange'),
    });
  });
  afterEach(() => harness.stop());

  const csv = (...lines: string[]): string => [...lines, ''].join('\n');
  const errorsOf = (job: {
    errors: { row: number | null; column: string | null; code: string }[];
  }): unknown[] => job.errors.map(({ row, column, code }) => [row, column, code]);
  const values = (): Promise<object[]> =>
    harness.database.query(
      `SELECT i.identifier, t.identifier AS type, almagest_instant(v.timestamp) AS at, v.value::text AS value
       FROM time_series_values v JOIN instrument_series s ON s.id = v.series_id
       JOIN instruments i ON i.id = s.instrument_id JOIN series t ON t.id = s.type_id ORDER BY 1, 2, v.timestamp`,
    );

  it('keeps time series values digit for digit, and finds them again', async () => {
    const file = csv(
      'instrument_id,type_id,timestamp,value',
      'a,close,2026-01-02,1.10',
      'b,close,1833-01-02T10:00:00.000001+02:00,-36.98',
      'a,close,2026-01-01,0.123456789012345678901234567890',
      'a,close,2026-01-02T00:00:00Z,7',
      'nobody,close,2026-01-01,1',
      'a,ohlc,2026-01-01,1',
      'a,close,2026-01-03,',
    );
    const first = await harness.import({ resourceType: 'time_series_values', file, onError: 'continue' });
    expect(first).toMatchObject({ status: 'completed', created_count: 3, failed_count: 4 });
    expect(errorsOf(first)).toEqual([
      [4, null, 'duplicate_row'],
      [5, 'instrument_id', 'reference_not_found'],
      [6, 'type_id', 'reference_not_found'],
      [7, 'value', 'required'],
    ]);
    expect(await values()).toEqual([
      {
        identifier: 'a',
        type: 'close',
        at: '2026-01-01T00:00:00Z',
        value: '0.123456789012345678901234567890',
      },
      { identifier: 'a', type: 'close', at: '2026-01-02T00:00:00Z', value: '1.10' },
      { identifier: 'b', type: 'close', at: '1833-01-02T08:00:00.000001Z', value: '-36.98' },
    ]);
    const again = await harness.import({ resourceType: 'time_series_values', file, onError: 'continue' });
    expect(again).toMatchObject({ unchanged_count: 3, failed_count: 4 });
    const changed = await harness.import({
      resourceType: 'time_series_values',
      file: csv('instrument_id,type_id,timestamp,value', 'a,close,2026-01-02,1.1', 'a,close,2026-01-05,5'),
    });
    expect(changed).toMatchObject({ created_count: 1, updated_count: 1 });
  });

  it('leaves no trace of an aborted file of values, not even a series key', async () => {
    const job = await harness.import({
      resourceType: 'time_series_values',
      file: csv(
        'instrument_id,type_id,timestamp,value',
        'a,close,2026-01-02,1',
        'b,close,2026-01-02,1',
        'b,close,2026-01-02,2',
      ),
    });
    expect(job).toMatchObject({ status: 'failed', failed_count: 1, unprocessed_count: 2 });
    expect(await harness.database.query('SELECT FROM instrument_series')).toEqual([]);
  });

  it('reads the items of composite values from columns, from flat keys and from lists', async () => {
    const columns = await harness.import({
      resourceType: 'composite_time_series_values',
      onError: 'continue',
      file: csv(
        'instrument_id,type_id,timestamp,open,high,low,close',
        'a,ohlc,2026-01-01,1.0,2.0,,1.50',
        'a,ohlc,2026-01-02,1,2,3,',
      ),
    });
    expect(columns).toMatchObject({ created_count: 1, failed_count: 1 });
    expect(errorsOf(columns)).toEqual([[2, 'close', 'required']]);
    const lists = await harness.import({
      resourceType: 'composite_time_series_values',
      format: 'json',
      file: JSON.stringify([
        {
          instrument_id: 'a',
          type_id: 'ohlc',
          timestamp: '2026-01-01',
          items: [
            { field_key: 'open', value: '1.0' },
            { field_key: 'high', value: null },
          ],
        },
        { instrument_id: 'b', type_id: 'ohlc', timestamp: '2026-01-01', open: 1, close: 2 },
      ]),
    });
    expect(lists).toMatchObject({ status: 'completed', created_count: 1, updated_count: 1 });
    const rows = await harness.database.query(
      'SELECT items FROM composite_time_series_values ORDER BY series_id',
    );
    expect(rows).toEqual([{ items: { open: '1.0', close: '1.50' } }, { items: { open: '1', close: '2' } }]);
  });

  it('takes suspensions into effect in the order of the file, and names the one in the way', async () => {
    const early = await harness.import({
      resourceType: 'market_listing_suspensions',
      onError: 'continue',
      file: csv('instrument_id,market_id,suspended_from', 'a,asx,2026-01-01'),
    });
    expect(early.errors[0]?.message).toContain('import market listings first');
    await harness.import({
      resourceType: 'market_listings',
      file: csv('instrument_id,market_id,local_code,lot_size', 'a,asx,AA,1.0', 'b,asx,BB,'),
    });
    const job = await harness.import({
      resourceType: 'market_listing_suspensions',
      onError: 'continue',
      file: csv(
        'instrument_id,market_id,suspended_from,suspended_until,reason',
        'a,asx,2026-01-01,2026-01-10,first',
        'a,asx,2026-01-10,2026-01-20,touches',
        'a,asx,2026-01-15,2026-01-16,inside the second',
        'b,asx,2026-01-05,2026-01-05,empty',
        'b,asx,2026-01-06,,open end',
        'b,asx,2026-02-01,,after the open end',
        'a,xtks,2026-01-01,,not listed there',
      ),
    });
    expect(errorsOf(job)).toEqual([
      [3, null, 'conflict'],
      [4, 'suspended_until', 'invalid_value'],
      [6, null, 'conflict'],
      [7, null, 'reference_not_found'],
    ]);
    expect(job.errors[0]?.message).toContain('2026-01-10T00:00:00Z until 2026-01-20T00:00:00Z');
    expect(job).toMatchObject({ created_count: 3, failed_count: 4 });
    const shrunk = await harness.import({
      resourceType: 'market_listing_suspensions',
      file: csv(
        'instrument_id,market_id,suspended_from,suspended_until',
        'a,asx,2026-01-10,2026-01-12',
        'a,asx,2026-01-15,2026-01-16',
      ),
    });
    expect(shrunk).toMatchObject({ status: 'completed', updated_count: 1, created_count: 1 });
  });

  it.each(['abort', 'continue'] as const)(
    'checks the rules of listings under %s, whether rows create or update them',
    async (onError) => {
      const listings = (file: string): Promise<ImportJobDto> =>
        harness.import({ resourceType: 'market_listings', onError, file });
      const created = await listings(
        csv('instrument_id,market_id,currency,lot_size', 'a,asx,A$,0', 'b,asx,AUD,-1'),
      );
      expect(errorsOf(created)).toEqual([
        [1, 'currency', 'invalid_value'],
        [1, 'lot_size', 'invalid_value'],
        [2, 'lot_size', 'invalid_value'],
      ]);
      expect(created.errors.map(({ value }) => value)).toEqual(['A$', '0', '-1']);
      await listings(csv('instrument_id,market_id,currency,lot_size', 'a,asx,aud,0.1', 'b,asx,,'));
      const updated = await listings(csv('instrument_id,market_id,lot_size', 'a,asx,0.0', 'b,asx,1'));
      expect(errorsOf(updated)).toEqual([[1, 'lot_size', 'invalid_value']]);
    },
  );

  it('checks the end of a period that is found by its id against its start', async () => {
    await harness.import({ resourceType: 'market_listings', file: csv('instrument_id,market_id', 'a,asx') });
    await harness.import({
      resourceType: 'market_listing_suspensions',
      file: csv('instrument_id,market_id,suspended_from', 'a,asx,2026-01-10'),
    });
    const [{ id } = { id: '' }] = await harness.database.query<{ id: string }>(
      'SELECT id FROM market_listing_suspensions',
    );
    const job = await harness.import({
      resourceType: 'market_listing_suspensions',
      identifierColumn: 'id',
      file: csv('id,suspended_until', `${id},2026-01-10`),
    });
    expect(job).toMatchObject({
      status: 'failed',
      errors: [
        {
          row: 1,
          column: 'suspended_until',
          code: 'invalid_value',
          message: 'suspended_until must be later than suspended_from.',
          value: '2026-01-10T00:00:00Z',
        },
      ],
    });
  });

  it('takes a listing by its id in the place of instrument and market', async () => {
    await harness.import({ resourceType: 'market_listings', file: csv('instrument_id,market_id', 'a,asx') });
    const [{ id } = { id: '' }] = await harness.database.query<{ id: string }>(
      'SELECT id FROM market_listings',
    );
    const job = await harness.import({
      resourceType: 'market_listing_suspensions',
      onError: 'continue',
      file: csv('listing_id,suspended_from', `${id},2026-01-01`, `${id},2026-01-01T00:00:00Z`, ',2026-02-01'),
    });
    expect(errorsOf(job)).toEqual([
      [2, null, 'duplicate_row'],
      [3, 'instrument_id', 'required'],
    ]);
    expect(job).toMatchObject({ created_count: 1 });
  });

  it('reports a dry run of suspensions as a real run, and writes nothing', async () => {
    await harness.import({ resourceType: 'market_listings', file: csv('instrument_id,market_id', 'a,asx') });
    const file = csv('instrument_id,market_id,suspended_from', 'a,asx,2026-01-01', 'a,asx,2026-02-01');
    const job = await harness.import({
      resourceType: 'market_listing_suspensions',
      onError: 'continue',
      dryRun: true,
      file,
    });
    expect(job).toMatchObject({ status: 'completed', created_count: 1, failed_count: 1 });
    expect(errorsOf(job)).toEqual([[2, null, 'conflict']]);
    expect(await harness.database.query('SELECT FROM market_listing_suspensions')).toEqual([]);
  });

  it('removes the points of an instrument with it', async () => {
    await harness.import({
      resourceType: 'time_series_values',
      file: csv('instrument_id,type_id,timestamp,value', 'a,close,2026-01-02,1', 'b,close,2026-01-02,1'),
    });
    await harness.database.query(`DELETE FROM instruments WHERE identifier = 'a'`);
    expect(await values()).toMatchObject([{ identifier: 'b' }]);
    expect(await harness.database.query('SELECT FROM time_series_values')).toHaveLength(1);
  });
});
