import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(60_000);

interface Item {
  id: string;
  value_id: string;
  field_key: string;
  value: string;
  archived_at: string | null;
}

describe('/composite-time-series-value-items', () => {
  let app: TestApp;
  /** Ids of the bars by `<instrument> <series> <day>`. */
  const bars = new Map<string, string>();
  const ITEMS = '/composite-time-series-value-items';

  beforeAll(async () => {
    app = await startTestApp();
    await send('post', '/workspaces', { slug: 'elsewhere', name: 'x' }, '/v1').expect(201);
    for (const base of [app.workspace, 'elsewhere'].map((slug) => `/v1/workspaces/${slug}`)) {
      await send('post', '/instrument-types', { identifier: 'equity', name: 'x' }, base).expect(201);
      for (const identifier of ['bhp', 'rio'])
        await send('post', '/instruments', { identifier, name: 'x', type_id: 'equity' }, base).expect(201);
      const fields = [
        { field_key: 'open', data_type: 'number' },
        { field_key: 'close', data_type: 'number' },
        { field_key: 'a_note', data_type: 'text' },
        { field_key: 'final', data_type: 'boolean' },
      ];
      for (const identifier of ['bar', 'zbar'])
        await send('post', '/series', { identifier, name: 'x', kind: 'composite', fields }, base).expect(201);
      for (const [instrument, series, day, ...values] of [
        ['rio', 'bar', '2026-01-01', '7', '8', null, null],
        ['bhp', 'zbar', '2026-01-01', '5', '6', null, null],
        ['bhp', 'bar', '2026-01-02', '9', '10.50', 'late', true],
        ['bhp', 'bar', '2026-01-01', '1.10', '2', '100', null],
      ]) {
        const items = ['open', 'close', 'a_note', 'final'].map((field_key, at) => ({
          field_key,
          value: values[at],
        }));
        const body = { instrument_id: instrument, type_id: series, timestamp: day, items };
        const created = await send('post', '/composite-time-series-values', body, base).expect(201);
        if (base.endsWith(app.workspace)) bars.set(`${instrument} ${series} ${day}`, created.body.id);
      }
    }
  });
  afterAll(() => app.stop());

  const send = (
    method: 'get' | 'post' | 'patch' | 'delete',
    path: string,
    body?: object,
    base = `/v1/workspaces/${app.workspace}`,
  ) => {
    const request = app.http[method](base + path).set('Authorization', `Bearer ${app.token}`);
    return body === undefined ? request : request.send(body);
  };
  const list = async (query = ''): Promise<Item[]> =>
    (await send('get', ITEMS + query).expect(200)).body.data;
  const filter = async (wanted: object, more: object = {}): Promise<Item[]> =>
    (await send('post', `${ITEMS}/filter`, { filter: wanted, ...more }).expect(200)).body.data;
  const shown = (items: Item[]): string[] => items.map(({ field_key, value }) => `${field_key} ${value}`);
  const ALL = [
    ...['open 1.10', 'close 2', 'a_note 100'],
    ...['open 9', 'close 10.50', 'a_note late', 'final true'],
    ...['open 5', 'close 6'],
    ...['open 7', 'close 8'],
  ];

  it('lists the items of all values in the order of the values, then of the fields; an unset field has none', async () => {
    const items = await list();
    expect(shown(items)).toEqual(ALL);
    expect(Object.keys(items[0] ?? {})).toEqual(['id', 'value_id', 'field_key', 'value', 'archived_at']);
    expect(items[0]).toMatchObject({ value_id: bars.get('bhp bar 2026-01-01'), archived_at: null });
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('pages through them item by item', async () => {
    const met: Item[] = [];
    let after = '';
    for (let more = true; more;) {
      const { body } = await send('get', `${ITEMS}?limit=2${after}`).expect(200);
      met.push(...body.data);
      more = body.meta.has_more;
      after = `&after=${String(body.meta.next_cursor)}`;
    }
    expect(shown(met)).toEqual(ALL);
  });

  it('gets each by its id, in any case, and nothing by the id of a value or of another workspace', async () => {
    for (const item of await list()) {
      expect(item.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect((await send('get', `${ITEMS}/${item.id}`).expect(200)).body).toEqual(item);
      await send('get', `${ITEMS}/${item.id.toUpperCase()}`).expect(200);
      await send('get', `${ITEMS}/${item.value_id}`).expect(404);
      await send('get', `${ITEMS}/${item.id}`, undefined, '/v1/workspaces/elsewhere').expect(404);
    }
    await send('get', `${ITEMS}/0b9f6a3e-53c5-8a53-9f2b-6f2d3a1c8e11`).expect(404);
    await send('get', `${ITEMS}/open`).expect(404);
  });

  it('narrows the list by value, instrument, series, period and ids', async () => {
    expect(shown(await list(`?value_id=${bars.get('rio bar 2026-01-01') ?? ''}`))).toEqual([
      'open 7',
      'close 8',
    ]);
    expect(shown(await list('?instrument_id=bhp&type_id=zbar'))).toEqual(['open 5', 'close 6']);
    expect(await list('?instrument_id=bhp&from=2026-01-02&to=2026-01-03')).toHaveLength(4);
    const [first, , third, fourth] = await list();
    const named = await list(`?ids=${[fourth?.id, first?.id, third?.value_id, 'x'].join(',')}`);
    expect(named).toEqual([first, fourth]);
    expect(await list('?value_id=nope')).toEqual([]);
    await send('get', `${ITEMS}?nope=1`).expect(400);
  });

  it('filters numbers as numbers and texts as texts, and counts', async () => {
    const eq = (field: string, value: unknown): object => ({ field, op: 'eq', value });
    const above = { and: [eq('field_key', 'close'), { field: 'value', op: 'gt', value: '6' }] };
    expect(shown(await filter(above))).toEqual(['close 10.50', 'close 8']);
    expect(shown(await filter(eq('value', 1.1)))).toEqual(['open 1.10']);
    expect(shown(await filter(eq('value', 'late')))).toEqual(['a_note late']);
    expect(shown(await filter(eq('value', true)))).toEqual(['final true']);
    expect(shown(await filter({ field: 'value', op: 'in', value: ['late', 5] }))).toEqual([
      'a_note late',
      'open 5',
    ]);
    expect(shown(await filter(eq('value_id', bars.get('bhp zbar 2026-01-01'))))).toEqual([
      'open 5',
      'close 6',
    ]);
    const [first, second] = await list();
    expect(await filter({ field: 'id', op: 'in', value: [second?.id, first?.id] })).toEqual([first, second]);
    const sorted = await filter(eq('field_key', 'open'), { sort: [{ field: 'value', direction: 'desc' }] });
    expect(shown(sorted)).toEqual(['open 9', 'open 7', 'open 5', 'open 1.10']);
    const { body } = await send('post', `${ITEMS}/count`, { filter: eq('field_key', 'open') }).expect(200);
    expect(body).toEqual({ count: 4 });
    await send('post', `${ITEMS}/filter`, { filter: { field: 'value', op: 'eq', value: [] } }).expect(400);
  });

  it('archives and changes items with their value', async () => {
    const value = bars.get('rio bar 2026-01-01') ?? '';
    const before = await list(`?value_id=${value}`);
    await send('patch', `/composite-time-series-values/${value}`, {
      items: [
        { field_key: 'open', value: null },
        { field_key: 'close', value: '8.00' },
      ],
    }).expect(200);
    const [close] = await list(`?value_id=${value}`);
    expect(close).toEqual({ ...before[1], value: '8.00' });
    await send('get', `${ITEMS}/${before[0]?.id ?? ''}`).expect(404);
    await send('delete', `/composite-time-series-values/${value}`).expect(204);
    expect(await list(`?value_id=${value}`)).toEqual([]);
    const [archived] = await list(`?value_id=${value}&archived=true`);
    expect(archived?.archived_at).toMatch(/Z$/);
    expect((await send('get', `${ITEMS}/${archived?.id ?? ''}`).expect(200)).body).toEqual(archived);
    expect(await filter({ field: 'archived_at', op: 'is_null', value: false })).toEqual([archived]);
  });
});
