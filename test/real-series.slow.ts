import { describeRealData } from './support/real-data';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient, type Upload } from './support/workspace-client';

describeRealData('Real files of markets and series', (read) => {
  let app: TestApp;
  let client: WorkspaceClient;
  beforeAll(async () => {
    app = await startTestApp();
    client = new WorkspaceClient(app, app.token, app.workspace);
    await client.post('/instrument-types', { identifier: 'any', name: 'Any' });
    for (const identifier of ['wti', 'henry-hub', 'gold', 'vix', 'sp500', 'spx', 'BRK-A']) {
      await client.post('/instruments', { identifier, name: identifier, type_id: 'any' });
    }
    await client.post('/series', { identifier: 'price', name: 'Price', kind: 'scalar' });
  });
  afterAll(() => app.stop());

  const values = (file: string, instrument: string | null, mapping: Record<string, string>): Upload => ({
    file: read(file),
    resource_type: 'time_series_values',
    mapping,
    defaults: { type_id: 'price', ...(instrument !== null && { instrument_id: instrument }) },
  });
  const bars = (
    file: string,
    instrument: string,
    series: string,
    mapping: Record<string, string>,
  ): Upload => ({
    file: read(file),
    resource_type: 'composite_time_series_values',
    mapping,
    defaults: { type_id: series, instrument_id: instrument },
  });
  const composite = (identifier: string, ...keys: string[]): Promise<object> =>
    client.post('/series', {
      identifier,
      name: identifier,
      kind: 'composite',
      fields: keys.map((field_key) => ({ field_key, data_type: 'number' })),
    });

  it('loads the ISO 10383 register: 2,811 markets with their accents, 542 of them expired', async () => {
    const keys = [
      'operating_mic',
      'oprt_sgmt',
      'legal_entity',
      'lei',
      'category',
      'acronym',
      'country',
      'city',
      'website',
      'status',
      'created',
      'expiry',
      'comments',
    ];
    await client.post('/market-types', {
      identifier: 'mic',
      name: 'MIC',
      fields: keys.map((field_key) => ({ field_key })),
    });
    const job = await client.import({
      file: read('mic-jcape-2026-xml__markets_mic_2026.mapped.csv'),
      resource_type: 'markets',
      defaults: { type_id: 'mic' },
    });
    expect(job).toMatchObject({ status: 'completed', row_count: 2811, created_count: 2811 });
    const expired = { filter: { and: [{ field: 'field.status', op: 'eq', value: 'EXPIRED' }] } };
    expect(await client.post('/markets/count', expired)).toEqual({ count: 542 });
    const accents = { filter: { and: [{ field: 'name', op: 'like', value: 'československá' }] } };
    expect((await client.post<{ count: number }>('/markets/count', accents)).count).toBe(3);
  });

  it('loads monthly exchange rates of 34 countries from one file', async () => {
    const countries = await client.import({
      file: read('pddl-exchange-rates__monthly.csv'),
      resource_type: 'instruments',
      on_error: 'continue',
      mapping: { Country: 'identifier' },
      defaults: { type_id: 'any', name: 'Currency of a country' },
    });
    expect(countries.created_count).toBe(34);
    const mapping = { Date: 'timestamp', Country: 'instrument_id', 'Exchange rate': 'value' };
    const job = await client.import(values('pddl-exchange-rates__monthly.csv', null, mapping));
    expect(job).toMatchObject({ status: 'completed', row_count: 17237, created_count: 17237 });
  });

  it('loads oil prices, the negative one too', async () => {
    const job = await client.import(
      values('pddl-oil-prices__wti-daily.csv', 'wti', { Date: 'timestamp', Price: 'value' }),
    );
    expect(job).toMatchObject({ status: 'completed', created_count: 10226 });
    const { data } = await client.post<{ data: { value: string; timestamp: string }[] }>(
      '/time-series-values/filter',
      {
        filter: {
          and: [
            { field: 'instrument_id', op: 'eq', value: 'wti' },
            { field: 'value', op: 'lt', value: 0 },
          ],
        },
      },
    );
    expect(data).toMatchObject([{ timestamp: '2020-04-20T00:00:00Z', value: '-36.98' }]);
  });

  it('refuses the gas file for its one empty price under abort, and loads the rest under continue', async () => {
    const upload = values('pddl-natural-gas__daily.csv', 'henry-hub', { Date: 'timestamp', Price: 'value' });
    expect(await client.import(upload)).toMatchObject({ status: 'failed', created_count: 0, error_count: 1 });
    const count = { filter: { and: [{ field: 'instrument_id', op: 'eq', value: 'henry-hub' }] } };
    expect(await client.post('/time-series-values/count', count)).toEqual({ count: 0 });
    const job = await client.import({ ...upload, on_error: 'continue' });
    expect(job).toMatchObject({ status: 'completed', created_count: 7436, error_count: 1 });
    expect(job.errors).toMatchObject([{ code: 'required', column: 'Price' }]);
  });

  it('loads gold from 1833 on', async () => {
    const upload = values('pddl-gold-prices__monthly-processed.csv', 'gold', {
      Date: 'timestamp',
      Price: 'value',
    });
    expect(await client.import(upload)).toMatchObject({ status: 'completed', failed_count: 0 });
    const { data } = await client.get<{ data: object[] }>(
      '/time-series-values?instrument_id=gold&to=1833-02-01T00:00:00Z',
    );
    expect(data).toMatchObject([{ timestamp: '1833-01-01T00:00:00Z', value: '18.930' }]);
  });

  it('keeps the zeros of the VIX', async () => {
    await composite('ohlc', 'open', 'high', 'low', 'close');
    const mapping = { DATE: 'timestamp', OPEN: 'open', HIGH: 'high', LOW: 'low', CLOSE: 'close' };
    const job = await client.import(bars('pddl-finance-vix__vix-daily.csv', 'vix', 'ohlc', mapping));
    expect(job).toMatchObject({ status: 'completed', created_count: 9235 });
    const { data } = await client.get<{ data: { items: object[] }[] }>(
      '/composite-time-series-values?instrument_id=vix&limit=1',
    );
    expect(data[0]?.items).toContainEqual(expect.objectContaining({ field_key: 'open', value: '17.240000' }));
  });

  it("loads Shiller's nine items with their 17 digits, and gives them back byte for byte", async () => {
    const file = read('pddl-s-and-p-500-shiller__data.csv');
    const [header = ''] = file.toString('utf8').split(/\r?\n/, 1);
    const columns = header.split(',').slice(1);
    const keys = columns.map((column) => column.toLowerCase().replace(/[^a-z0-9]+/g, '_'));
    await composite('shiller', ...keys);
    const mapping = Object.fromEntries(columns.map((column, index) => [column, keys[index] ?? '']));
    const [date = ''] = header.split(',');
    const job = await client.import(
      bars('pddl-s-and-p-500-shiller__data.csv', 'sp500', 'shiller', { ...mapping, [date]: 'timestamp' }),
    );
    expect(job).toMatchObject({ status: 'completed', failed_count: 0 });
    expect(keys).toHaveLength(9);
    const exported = await client.export({
      object_type: 'composite_time_series_values',
      filter: { and: [{ field: 'type_id', op: 'eq', value: 'shiller' }] },
    });
    const wanted = /\d\.\d{14,}/.exec(file.toString('utf8'))?.[0] ?? 'none';
    expect(exported.file.toString('utf8')).toContain(wanted);
    const again = await client.import({ file: exported.file, resource_type: 'composite_time_series_values' });
    expect(again).toMatchObject({ status: 'completed', unchanged_count: job.row_count });
  });

  it('loads bars of BRK-A', async () => {
    const [header = ''] = read('stocknet-ohlcv__BRK-A.csv').toString('utf8').split(/\r?\n/, 1);
    const columns = header.split(',').slice(1);
    const keys = columns.map((column) => column.toLowerCase().replace(/[^a-z0-9]+/g, '_'));
    await composite('ohlcv', ...keys);
    const mapping = Object.fromEntries(columns.map((column, index) => [column, keys[index] ?? '']));
    const job = await client.import(
      bars('stocknet-ohlcv__BRK-A.csv', 'BRK-A', 'ohlcv', { ...mapping, Date: 'timestamp' }),
    );
    expect(job).toMatchObject({ status: 'completed', failed_count: 0 });
    expect(job.created_count).toBe(job.row_count);
  });

  it('refuses American dates row by row and says which form is wanted', async () => {
    await composite('quotes', 'open', 'high', 'low', 'close', 'volume');
    const job = await client.import({
      ...bars('quotes-bom__spx.csv', 'spx', 'quotes', { date: 'timestamp' }),
      on_error: 'continue',
    });
    expect(job).toMatchObject({ status: 'completed', created_count: 0 });
    expect(job.failed_count).toBe(job.row_count);
    expect(job.errors[0]).toMatchObject({ code: 'invalid_timestamp', column: 'date', value: '1/2/1990' });
    expect(job.errors[0]?.message).toContain('YYYY-MM-DD');
  });

  it('suspends 877 delisted listings after their instruments, market and listings', async () => {
    const file = read('jp-delisted-codes__suspensions.mapped.csv');
    await client.post('/market-types', { identifier: 'exchange', name: 'Exchange' });
    const early = await client.import({ file, resource_type: 'market_listing_suspensions' });
    expect(early).toMatchObject({ status: 'failed' });
    expect(early.errors[0]?.message).toMatch(/import (instruments|markets|market listings) first/i);
    expect(
      await client.import({
        file,
        resource_type: 'instruments',
        mapping: { instrument_id: 'identifier', reason: 'name' },
        defaults: { type_id: 'any' },
      }),
    ).toMatchObject({ created_count: 877 });
    const known = await client.get<{ data: object[] }>('/markets?ids=XJPX');
    if (known.data.length === 0)
      await client.post('/markets', { identifier: 'XJPX', name: 'Tokyo', type_id: 'exchange' });
    expect(await client.import({ file, resource_type: 'market_listings' })).toMatchObject({
      created_count: 877,
    });
    expect(await client.import({ file, resource_type: 'market_listing_suspensions' })).toMatchObject({
      status: 'completed',
      created_count: 877,
    });
    expect(await client.import({ file, resource_type: 'market_listing_suspensions' })).toMatchObject({
      unchanged_count: 877,
    });
  });
});
