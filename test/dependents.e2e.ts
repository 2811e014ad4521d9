import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(60_000);

interface ProblemBody {
  code: string;
  detail: string;
  errors: { pointer: string; code: string }[];
}

describe('Records that hang on others, over HTTP', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    await send('post', '/instrument-types', { identifier: 'equity', name: 'Equity' }).expect(201);
    await send('post', '/market-types', { identifier: 'exchange', name: 'Exchange' }).expect(201);
    for (const identifier of ['bhp.ax', 'rio.ax', 'cba.ax', 'wow.ax']) {
      await send('post', '/instruments', { identifier, name: identifier, type_id: 'equity' }).expect(201);
    }
    await send('post', '/markets', { identifier: 'asx', name: 'ASX', type_id: 'exchange' }).expect(201);
    await send('post', '/series', { identifier: 'close', name: 'Close', kind: 'scalar' }).expect(201);
    const fields = ['open', 'close', 'volume'].map((field_key) => ({
      field_key,
      data_type: 'number',
      is_required: field_key !== 'volume',
      allow_null: field_key === 'volume',
    }));
    await send('post', '/series', { identifier: 'bar', name: 'Bar', kind: 'composite', fields }).expect(201);
  });
  afterAll(() => app.stop());

  const send = (method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object) => {
    const request = app.http[method](`/v1/workspaces/${app.workspace}${path}`).set(
      'Authorization',
      `Bearer ${app.token}`,
    );
    return body === undefined ? request : request.send(body);
  };
  const codes = ({ errors }: ProblemBody): string[] =>
    errors.map(({ pointer, code }) => `${pointer} ${code}`);

  describe('listings', () => {
    const pair = { instrument_id: 'rio.ax', market_id: 'asx' };

    it('exist once a pair: the second one is a 409 that names the first', async () => {
      const { body: first } = await send('post', '/market-listings', { ...pair, lot_size: 1 }).expect(201);
      expect(first).toMatchObject({ lot_size: '1', currency: null, archived_at: null });
      const { body } = await send('post', '/market-listings', pair).expect(409);
      expect(body.detail).toContain(first.id);
      await send('delete', `/market-listings/${first.id}`).expect(204);
      const archived = await send('post', '/market-listings', pair).expect(409);
      expect(archived.body.detail).toContain(`/market-listings/${first.id}/restore`);
      await send('post', `/market-listings/${first.id}/restore`).expect(200);
    });

    it('are only archived, and never change their pair', async () => {
      const { body } = await send('get', '/market-listings?instrument_id=rio.ax').expect(200);
      const path = `/market-listings/${body.data[0].id}`;
      const hard = await send('delete', `${path}?hard=true`).expect(422);
      expect(codes(hard.body)).toEqual(['?hard invalid_value']);
      await send('patch', path, { instrument_id: 'bhp.ax' }).expect(409);
    });
  });

  describe('suspensions', () => {
    let listing: string;
    beforeAll(async () => {
      const { body } = await send('post', '/market-listings', {
        instrument_id: 'bhp.ax',
        market_id: 'asx',
      }).expect(201);
      listing = body.id;
    });

    const suspend = (from: string, until: string | null, more: object = { listing_id: listing }) =>
      send('post', '/market-listing-suspensions', {
        ...more,
        suspended_from: from,
        suspended_until: until,
      });

    it('that overlap are a 409 that names the other period', async () => {
      const { body: first } = await suspend('2026-01-10', '2026-01-20').expect(201);
      expect(first).toMatchObject({ listing_id: listing, suspended_until: '2026-01-20T00:00:00Z' });
      const { body } = await suspend('2026-01-15', null).expect(409);
      expect(body.detail).toContain(`${first.id} (2026-01-10T00:00:00Z until 2026-01-20T00:00:00Z)`);
      expect(codes(body)).toEqual(['/suspended_from conflict']);
    });

    it('may touch, and last until a PATCH lifts them', async () => {
      const { body: halted } = await suspend('2026-01-20', null, {
        instrument_id: 'bhp.ax',
        market_id: 'asx',
      }).expect(201);
      const { body } = await suspend('2026-03-01', '2026-03-02').expect(409);
      expect(body.detail).toContain(`${halted.id} (2026-01-20T00:00:00Z until further notice)`);
      const path = `/market-listing-suspensions/${halted.id}`;
      const lifted = await send('patch', path, { suspended_until: '2026-01-25' }).expect(200);
      expect(lifted.body.suspended_until).toBe('2026-01-25T00:00:00Z');
      await suspend('2026-03-01', '2026-03-02').expect(201);
      const again = await send('patch', path, { suspended_until: null }).expect(409);
      expect(again.body.detail).toContain('2026-03-01T00:00:00Z until 2026-03-02T00:00:00Z');
    });

    it('end behind their beginning', async () => {
      for (const until of ['2026-05-01', '2026-04-30']) {
        const { body } = await suspend('2026-05-01', until).expect(422);
        expect(codes(body)).toEqual(['/suspended_until invalid_value']);
      }
      const { body } = await suspend('2026-05-01', '2026-05-02').expect(201);
      const patch = await send('patch', `/market-listing-suspensions/${body.id}`, {
        suspended_until: '2026-05-01T00:00:00Z',
      }).expect(422);
      expect(codes(patch.body)).toEqual(['/suspended_until invalid_value']);
    });

    it('free their period when archived, and come back only while it is free', async () => {
      const { body: first } = await suspend('2026-06-01', '2026-06-10').expect(201);
      await send('delete', `/market-listing-suspensions/${first.id}`).expect(204);
      const { body: second } = await suspend('2026-06-05', null).expect(201);
      const refused = await send('post', `/market-listing-suspensions/${first.id}/restore`).expect(409);
      expect(refused.body.detail).toContain(second.id);
      // An archived one may be given any end: it conflicts with nothing.
      await send('patch', `/market-listing-suspensions/${first.id}`, {
        suspended_until: '2026-06-20',
      }).expect(200);
      await send('delete', `/market-listing-suspensions/${second.id}`).expect(204);
      await send('post', `/market-listing-suspensions/${first.id}/restore`).expect(200);
    });

    it('let one of many simultaneous ones win, and name it to the others', async () => {
      const days = Array.from({ length: 8 }, (_, at) => `2027-01-0${at + 1}`);
      const answers = await Promise.all(days.map((day) => suspend(day, '2027-02-01')));
      const [won] = answers.filter(({ status }) => status === 201);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
      for (const { body, status } of answers) {
        if (status === 409) expect(body.detail).toContain(won?.body.id);
      }
    });

    it('do not take a listing and another pair', async () => {
      await suspend('2028-01-01', null, {
        listing_id: listing,
        instrument_id: 'rio.ax',
        market_id: 'asx',
      }).expect(422);
      await suspend('2028-01-01', null, { instrument_id: 'cba.ax', market_id: 'asx' }).expect(422);
    });
  });

  describe.each([
    ['time-series-values', { type_id: 'close', value: '1.10' }, { value: '2.20' }],
    [
      'composite-time-series-values',
      {
        type_id: 'bar',
        items: [
          { field_key: 'open', value: '1.10' },
          { field_key: 'close', value: 2 },
        ],
      },
      { items: [{ field_key: 'close', value: '2.50' }] },
    ],
  ])('%s', (collection, body, change) => {
    const point = { instrument_id: 'bhp.ax', timestamp: '2026-01-30', ...body };
    let path: string;

    it('exist once an instant: the second one is a 409 that says PATCH', async () => {
      const { body: first } = await send('post', `/${collection}`, point).expect(201);
      path = `/${collection}/${first.id}`;
      const { body: duplicate } = await send('post', `/${collection}`, point).expect(409);
      expect(duplicate.detail).toContain(first.id);
      expect(duplicate.detail).toContain('PATCH');
    });

    it('take their value in a PATCH and nothing else', async () => {
      const { body: changed } = await send('patch', path, change).expect(200);
      expect(JSON.stringify(changed)).toContain(
        JSON.stringify(Object.values(change)[0]).replace(/[[\]]/g, ''),
      );
      for (const name of ['instrument_id', 'type_id', 'timestamp'] as const) {
        const refused = await send('patch', path, { ...change, [name]: point[name] }).expect(400);
        expect(codes(refused.body)).toEqual([`/${name} read_only`]);
      }
      await send('patch', path, { nme: 1 }).expect(400);
    });

    it('are never removed for good, but archived and restored as a whole', async () => {
      const hard = await send('delete', `${path}?hard=true`).expect(422);
      expect(codes(hard.body)).toEqual(['?hard invalid_value']);
      await send('delete', path).expect(204);
      expect((await send('get', `/${collection}?instrument_id=bhp.ax`)).body.data).toEqual([]);
      const { body: duplicate } = await send('post', `/${collection}`, point).expect(409);
      expect(duplicate.detail).toContain(`${path}/restore`);
      await send('post', `${path}/restore`).expect(200);
      await send('post', `${path}/restore`).expect(409);
      expect((await send('get', `/${collection}?instrument_id=bhp.ax`)).body.data).toHaveLength(1);
    });
  });

  it('refuses a bar without all of its required items', async () => {
    const { body } = await send('post', '/composite-time-series-values', {
      instrument_id: 'cba.ax',
      type_id: 'bar',
      timestamp: '2026-01-30',
      items: [{ field_key: 'open', value: 1 }],
    }).expect(422);
    expect(codes(body)).toEqual(['/items/close required']);
  });
});
