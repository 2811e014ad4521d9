import type { JsonObject, JsonValue } from '../formats/json/json-value';
import type { ResourceDescription } from '../catalog/resource';
import { ImportHarness } from '../../test/support/import-harness';
import { RecordArchiver } from './record-archiver';
import { RecordReader } from './record-reader';
import { RecordWriter } from './record-writer';

jest.setTimeout(60_000);

/** What is special about records that are keyed through another table, or exclude each other. */
describe('RecordWriter', () => {
  let harness: ImportHarness;
  let writer: RecordWriter;
  let reader: RecordReader;
  let archiver: RecordArchiver;

  beforeAll(async () => {
    harness = await ImportHarness.start();
    const { database, registry } = harness;
    writer = new RecordWriter(database, registry, harness.types);
    reader = new RecordReader(database, registry, harness.types);
    archiver = new RecordArchiver(database, harness.types);
    await harness.addType('equity');
    await create('instruments', { identifier: 'bhp', name: 'BHP', type_id: 'equity' });
    await create('series', { identifier: 'close', name: 'Close', kind: 'scalar' });
    await create('series', { identifier: 'ohlc', name: 'OHLC', kind: 'composite' });
    await create('market_types', { identifier: 'exchange', name: 'Exchange' });
    await create('markets', { identifier: 'asx', name: 'ASX', type_id: 'exchange' });
  });
  afterAll(() => harness.stop());

  const of = (name: string): ResourceDescription => harness.registry.get(name);
  const create = (name: string, body: JsonValue): Promise<JsonObject> =>
    writer.create(of(name), harness.workspaceId, body);
  const point = { instrument_id: 'bhp', type_id: 'close', timestamp: '2026-01-31' };

  it('creates points, which are found by their packed id, changed, archived and restored', async () => {
    const made = await create('time_series_values', { ...point, value: '45.820' });
    expect(made).toMatchObject({ timestamp: '2026-01-31T00:00:00Z', value: '45.820', archived_at: null });
    const id = String(made['id']);
    const values = of('time_series_values');
    expect(await reader.get(values, harness.workspaceId, id)).toEqual(made);
    expect(await writer.patch(values, harness.workspaceId, id, { value: '45.82' })).toMatchObject({
      id,
      value: '45.82',
    });
    await archiver.archive(values, harness.workspaceId, id);
    expect(await reader.list(values, harness.workspaceId, {})).toMatchObject({ data: [] });
    expect(await archiver.restore(values, harness.workspaceId, id)).toMatchObject({ id, archived_at: null });
    expect(
      await reader.list(values, harness.workspaceId, { ids: id, from: '2026-01-31', to: '2026-02-01' }),
    ).toMatchObject({ data: [{ id }] });
    expect(await reader.list(values, harness.workspaceId, { to: '2026-01-31' })).toMatchObject({ data: [] });
  });

  it('refuses a point that is there already, a series of the other kind, and to move a point', async () => {
    await expect(create('time_series_values', { ...point, value: 1 })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(create('time_series_values', { ...point, type_id: 'ohlc', value: 1 })).rejects.toMatchObject(
      {
        code: 'reference_not_found',
      },
    );
    await expect(create('time_series_values', { value: 1 })).rejects.toMatchObject({ code: 'invalid_value' });
    const { data } = await reader.list(of('time_series_values'), harness.workspaceId, {});
    const id = String(data[0]?.['id']);
    await expect(
      writer.patch(of('time_series_values'), harness.workspaceId, id, { timestamp: '2026-02-01' }),
    ).rejects.toMatchObject({ code: 'invalid_request' });
  });

  it('hides a point from another workspace', async () => {
    const elsewhere = await harness.addWorkspace('elsewhere');
    const { data } = await reader.list(of('time_series_values'), harness.workspaceId, {});
    const id = String(data[0]?.['id']);
    await expect(reader.get(of('time_series_values'), elsewhere, id)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(writer.patch(of('time_series_values'), elsewhere, id, { value: 1 })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await reader.list(of('time_series_values'), elsewhere, { ids: id })).toMatchObject({ data: [] });
  });

  it('keeps suspensions of one listing apart, whether it is named by its id or by the pair', async () => {
    const listing = await create('market_listings', {
      instrument_id: 'bhp',
      market_id: 'asx',
      currency: 'AUD',
    });
    await expect(create('market_listings', { instrument_id: 'bhp', market_id: 'asx' })).rejects.toMatchObject(
      { code: 'conflict' },
    );
    const suspensions = 'market_listing_suspensions';
    const first = await create(suspensions, {
      listing_id: listing['id'] ?? null,
      suspended_from: '2026-01-01',
      suspended_until: '2026-01-05',
    });
    expect(first).toMatchObject({ instrument_id: listing['instrument_id'], listing_id: listing['id'] });
    await create(suspensions, { instrument_id: 'bhp', market_id: 'asx', suspended_from: '2026-01-05' });
    await expect(
      create(suspensions, { instrument_id: 'bhp', market_id: 'asx', suspended_from: '2026-01-04' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      writer.patch(of(suspensions), harness.workspaceId, String(first['id']), {
        suspended_until: '2025-01-01',
      }),
    ).rejects.toMatchObject({ code: 'invalid_value' });
    await expect(
      create(suspensions, { instrument_id: 'bhp', market_id: 'none', suspended_from: '2026-01-04' }),
    ).rejects.toMatchObject({
      code: 'reference_not_found',
    });
  });

  it('checks the rules of a listing, and of a change only those that it concerns', async () => {
    const { data } = await reader.list(of('market_listings'), harness.workspaceId, {});
    const id = String(data[0]?.['id']);
    const patch = (body: JsonValue): Promise<JsonObject> =>
      writer.patch(of('market_listings'), harness.workspaceId, id, body);
    await expect(patch({ currency: 'A$', lot_size: '0.0' })).rejects.toMatchObject({
      code: 'invalid_value',
      extra: {
        errors: [
          { pointer: '/currency', message: 'currency must be 3 letters from A to Z, such as AUD.' },
          { pointer: '/lot_size', message: 'lot_size must be greater than 0.' },
        ],
      },
    });
    await harness.database.query(`UPDATE market_listings SET currency = 'A$' WHERE id = $1`, [id]);
    expect(await patch({ lot_size: '0.5' })).toMatchObject({ currency: 'A$', lot_size: '0.5' });
    expect(await patch({ currency: 'GBp', lot_size: null })).toMatchObject({ currency: 'GBp' });
  });

  it('removes an instrument for good with everything that belongs to it', async () => {
    await archiver.remove(of('instruments'), harness.workspaceId, 'bhp');
    for (const name of ['time_series_values', 'market_listings', 'market_listing_suspensions']) {
      expect(await reader.count(of(name), harness.workspaceId, {})).toEqual({ count: 0 });
    }
    const [left] = await harness.database.query<{ left: string }>(
      `SELECT count(*) AS left FROM time_series_values`,
    );
    expect(left).toEqual({ left: '0' });
  });
});
