import { describeRealData } from './support/real-data';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

describeRealData('Real files of instruments', (read) => {
  let app: TestApp;
  beforeAll(async () => (app = await startTestApp()));
  afterAll(() => app.stop());

  const workspace = async (slug: string): Promise<WorkspaceClient> => WorkspaceClient.create(app, slug);
  const rejected = (job: { errors: { row: number | null; code: string }[] }): unknown[] =>
    job.errors.map(({ row, code }) => [row, code]);

  it('loads the S&P 500, and finds it unchanged the second time', async () => {
    const client = await workspace('sp500');
    await client.post('/instrument-types', {
      identifier: 'equity',
      name: 'Equity',
      fields: [{ field_key: 'sector' }, { field_key: 'cik' }, { field_key: 'founded' }],
    });
    const upload = {
      file: read('pddl-s-and-p-500-companies__constituents.csv'),
      resource_type: 'instruments',
      mapping: {
        Symbol: 'identifier',
        Security: 'name',
        'GICS Sector': 'sector',
        CIK: 'cik',
        Founded: 'founded',
      },
      defaults: { type_id: 'equity' },
    };
    expect(await client.import(upload)).toMatchObject({
      status: 'completed',
      row_count: 503,
      created_count: 503,
    });
    expect(await client.import(upload)).toMatchObject({
      status: 'completed',
      unchanged_count: 503,
      updated_count: 0,
    });
    expect(await client.get('/instruments/MMM')).toMatchObject({
      name: '3M',
      field_values: { sector: 'Industrials' },
    });
    const { count } = await client.post('/instruments/count', {
      filter: { and: [{ field: 'field.sector', op: 'eq', value: 'Utilities' }] },
    });
    expect(count).toBe(31);
  });

  it('takes the ticker NA for what it is, the trailer of the Nasdaq file for an error, and skips its row of nothing', async () => {
    const client = await workspace('nasdaq');
    await client.post('/instrument-types', { identifier: 'equity', name: 'Equity' });
    const upload = {
      file: read('pddl-nasdaq-listings__nasdaq-listed-symbols.csv'),
      resource_type: 'instruments',
      mapping: { Symbol: 'identifier', 'Security Name': 'name' },
      defaults: { type_id: 'equity' },
    };
    const aborted = await client.import(upload);
    expect(aborted).toMatchObject({ status: 'failed', created_count: 0, failed_count: 1, row_count: 5571 });
    expect(rejected(aborted)).toEqual([[5570, 'required']]);
    expect(await client.post('/instruments/count', {})).toEqual({ count: 0 });
    const job = await client.import({ ...upload, on_error: 'continue' });
    expect(job).toMatchObject({
      status: 'completed',
      created_count: 5569,
      failed_count: 1,
      skipped_count: 1,
    });
    expect(await client.get('/instruments/NA')).toMatchObject({ identifier: 'NA' });
  });

  it('keeps cells of several lines intact', async () => {
    const client = await workspace('ngm');
    await client.post('/instrument-types', {
      identifier: 'fund',
      name: 'Fund',
      fields: [{ field_key: 'summary' }, { field_key: 'currency' }, { field_key: 'isin' }],
    });
    const job = await client.import({
      file: read('financedatabase__NGM.csv'),
      resource_type: 'instruments',
      on_error: 'continue',
      mapping: { symbol: 'identifier' },
      defaults: { type_id: 'fund' },
    });
    expect(job.row_count).toBe(205);
    const fund = await client.get<{ field_values: Record<string, string> }>('/instruments/ACWI');
    expect(fund.field_values['summary']).toContain('equities.\n The fund');
    expect(job.created_count + job.failed_count).toBe(205);
  });

  it('reads a BOM and a Japanese header', async () => {
    const client = await workspace('edinet');
    await client.post('/instrument-types', {
      identifier: 'stock',
      name: 'Stock',
      fields: [{ field_key: 'sector' }],
    });
    const job = await client.import({
      file: read('jp-edinet__data_j.csv'),
      resource_type: 'instruments',
      mapping: { コード: 'identifier', 銘柄名: 'name', '33業種区分': 'sector' },
      defaults: { type_id: 'stock' },
    });
    expect(job).toMatchObject({ status: 'completed', failed_count: 0 });
    expect(job.created_count).toBe(job.row_count);
    expect(await client.get('/instruments/1301')).toMatchObject({
      name: '極洋',
      field_values: { sector: '水産・農林業' },
    });
  });

  it('reports the duplicates of the currency list and the countries without a currency', async () => {
    const client = await workspace('currencies');
    await client.post('/instrument-types', { identifier: 'currency', name: 'Currency' });
    const job = await client.import({
      file: read('pddl-currency-codes__codes-all.csv'),
      resource_type: 'instruments',
      on_error: 'continue',
      mapping: { AlphabeticCode: 'identifier', Currency: 'name' },
      defaults: { type_id: 'currency' },
    });
    expect(job).toMatchObject({ status: 'completed', created_count: 307, failed_count: 142 });
    const { data } = await client.get<{ data: { code: string }[] }>(`/imports/${job.id}/errors?limit=200`);
    expect(data.filter(({ code }) => code === 'duplicate_row')).toHaveLength(139);
    expect(data.filter(({ code }) => code === 'required')).toHaveLength(3);
  });

  it('gives back what it took, byte for byte, in every format, in another workspace', async () => {
    const first = await workspace('round-trip');
    const types = {
      identifier: 'equity',
      name: 'Equity',
      fields: [{ field_key: 'sector' }, { field_key: 'weight', data_type: 'number' }],
    };
    await first.post('/instrument-types', types);
    await first.import({
      file: read('pddl-s-and-p-500-companies__constituents.csv'),
      resource_type: 'instruments',
      mapping: { Symbol: 'identifier', Security: 'name', 'GICS Sector': 'sector' },
      defaults: { type_id: 'equity', weight: '1.10', extras: { digits: '0' } },
    });
    for (const format of ['csv', 'json', 'ndjson']) {
      const wanted = { object_type: 'instruments', format };
      const { file, job } = await first.export(wanted);
      expect(job.row_count).toBe(503);
      const again = await first.import({ file, name: `x.${format}`, resource_type: 'instruments' });
      expect(again).toMatchObject({ status: 'completed', unchanged_count: 503, row_count: 503 });
      const second = await workspace(`round-trip-${format}`);
      await second.post('/instrument-types', await first.get('/instrument-types/equity'));
      const moved = await second.import({ file, name: `x.${format}`, resource_type: 'instruments' });
      expect(moved).toMatchObject({ status: 'completed', created_count: 503 });
      expect((await second.export(wanted)).file.equals(file)).toBe(true);
    }
  });
});
