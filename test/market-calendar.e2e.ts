import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(60_000);

describe('PUT /markets/{id}/calendar', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    await send('post', '/market-types', { identifier: 'exchange', name: 'Exchange' }).expect(201);
    for (const identifier of ['asx', 'nyse', 'hkex', 'race', 'xxl']) {
      await send('post', '/markets', { identifier, name: identifier, type_id: 'exchange' }).expect(201);
    }
  });
  afterAll(() => app.stop());

  const send = (
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    body?: object,
    token = app.token,
  ) => {
    const request = app.http[method](`/v1/workspaces/${app.workspace}${path}`).set(
      'Authorization',
      `Bearer ${token}`,
    );
    return body === undefined ? request : request.send(body);
  };
  const put = (market: string, body: object) => send('put', `/markets/${market}/calendar`, body);
  const list = async (market: string): Promise<Record<string, unknown>[]> =>
    (await send('get', `/market-calendars?market_id=${market}&limit=200`).expect(200)).body.data;
  const codes = (body: { errors: { pointer: string; code: string }[] }): string[] =>
    body.errors.map(({ pointer, code }) => `${pointer} ${code}`);

  it('upserts the days given, leaves others, and says what became of them', async () => {
    const session = { is_open: true, opens_at: '2026-01-01T23:00:00Z', closes_at: '2026-01-02T05:00:00Z' };
    const holiday = { date: '2026-01-01', is_open: false, description: 'New Year' };
    const first = await put('asx', [{ date: '2026-01-02', ...session }, holiday]).expect(200);
    expect(first.body).toEqual({ created_count: 2, updated_count: 0, unchanged_count: 0 });
    const again = await put('asx', [
      holiday,
      { date: '2026-01-02', ...session, closes_at: '2026-01-02T03:00:00.5Z', market_id: 'asx' },
      { date: '2026-01-03', is_open: 'FALSE' },
    ]).expect(200);
    expect(again.body).toEqual({ created_count: 1, updated_count: 1, unchanged_count: 1 });
    expect(await list('asx')).toMatchObject([
      { date: '2026-01-01', is_open: false, description: 'New Year', opens_at: null },
      { date: '2026-01-02', is_open: true, closes_at: '2026-01-02T03:00:00.5Z' },
      { date: '2026-01-03', is_open: false, break_start: null },
    ]);
    expect((await put('asx', []).expect(200)).body).toEqual({
      created_count: 0,
      updated_count: 0,
      unchanged_count: 0,
    });
  });

  it('takes an entry as it is given: what it leaves out is null', async () => {
    await put('nyse', [{ date: '2026-07-03', is_open: false, description: 'Observed' }]).expect(200);
    const { body } = await put('nyse', [{ date: '2026-07-03', is_open: false }]).expect(200);
    expect(body).toMatchObject({ updated_count: 1 });
    expect(await list('nyse')).toMatchObject([{ description: null }]);
  });

  it('restores archived entries', async () => {
    const [entry] = await list('nyse');
    await send('delete', `/market-calendars/${String(entry?.id)}`).expect(204);
    expect(await list('nyse')).toEqual([]);
    const { body } = await put('nyse', [{ date: '2026-07-03', is_open: false }]).expect(200);
    expect(body).toEqual({ created_count: 0, updated_count: 1, unchanged_count: 0 });
    expect(await list('nyse')).toMatchObject([{ id: entry?.id, archived_at: null }]);
  });

  it('refuses all of it for one bad value, and points at each', async () => {
    const { body } = await put('hkex', [
      { date: '2026-01-01', is_open: true },
      { date: '2026-02-30', is_open: true },
      { date: '2026-01-02', opens_at: '9:30', is_open: null, market_id: 'asx' },
      { date: '2026-01-01', is_open: true, description: 'x'.repeat(1_001) },
    ]).expect(422);
    expect(body.code).toBe('invalid_value');
    expect(codes(body).sort()).toEqual([
      '/1/date invalid_date',
      '/2/is_open required',
      '/2/market_id conflict',
      '/2/opens_at invalid_timestamp',
      '/3/date duplicate_row',
      '/3/description value_too_long',
    ]);
    expect(await list('hkex')).toEqual([]);
  });

  it('refuses a body of another shape with 400', async () => {
    expect(codes((await put('hkex', { date: '2026-01-01' }).expect(400)).body)).toEqual([' invalid_value']);
    const { body } = await put('hkex', ['2026-01-01', { date: '2026-01-01', isopen: true }]).expect(400);
    expect(codes(body)).toEqual(['/0 invalid_value', '/1/isopen unknown_property']);
  });

  const day = { date: '2026-03-02', is_open: true };
  const session = { opens_at: '2026-03-01T23:00:00Z', closes_at: '2026-03-02T05:00:00Z' };
  const midday = { break_start: '2026-03-02T01:00:00Z', break_end: '2026-03-02T02:00:00Z' };

  it.each([
    ['closes before it opens', { opens_at: session.closes_at, closes_at: session.opens_at }, ['closes_at']],
    ['opens and closes at once', { ...session, closes_at: session.opens_at }, ['closes_at']],
    ['has its break before it opens', { ...session, ...midday, opens_at: midday.break_end }, ['break_start']],
    [
      'has a break that ends first',
      { break_start: midday.break_end, break_end: midday.break_start },
      ['break_end'],
    ],
    ['closes in its break', { ...midday, closes_at: midday.break_end }, ['closes_at']],
    ['opens on another day', { opens_at: '2026-02-28T11:59:59Z' }, ['opens_at']],
    ['closes on another day', { closes_at: '2026-03-03T12:00:00.000001Z' }, ['closes_at']],
    ['is closed and opens', { ...session, is_open: false }, ['closes_at', 'opens_at']],
  ])('refuses a day that %s, alone and among others', async (_, times, wanted) => {
    const entry = { ...day, ...times };
    const single = await send('post', '/market-calendars', { market_id: 'hkex', ...entry }).expect(422);
    expect(codes(single.body).sort()).toEqual(wanted.map((name) => `/${name} invalid_value`));
    const among = await put('hkex', [{ ...day, date: '2026-03-03' }, entry]).expect(422);
    expect(codes(among.body).sort()).toEqual(wanted.map((name) => `/1/${name} invalid_value`));
    expect(among.body.errors[0].message).toBe(single.body.errors[0].message);
    expect(await list('hkex')).toEqual([]);
  });

  it('checks a change of one field together with the others', async () => {
    await put('hkex', [{ ...day, ...session, ...midday, break_end: midday.break_start }]).expect(200);
    const [entry] = await list('hkex');
    const path = `/market-calendars/${String(entry?.id)}`;
    const early = await send('patch', path, { closes_at: '2026-03-02T00:30:00Z' }).expect(422);
    expect(codes(early.body)).toEqual(['/closes_at invalid_value']);
    const closed = await send('patch', path, { is_open: false }).expect(422);
    expect(codes(closed.body)).toHaveLength(4);
    await send('patch', path, { description: 'Half a day', closes_at: '2026-03-02T01:30:00Z' }).expect(200);
    const none = { opens_at: null, closes_at: null, break_start: null, break_end: null };
    await send('patch', path, { is_open: false, ...none }).expect(200);
  });

  it('returns 404 for a market that is not there or is another workspace’s, and needs a member', async () => {
    await put('nope', []).expect(404);
    await app.http
      .post('/v1/workspaces')
      .set('Authorization', `Bearer ${app.token}`)
      .send({ slug: 'elsewhere', name: 'x' })
      .expect(201);
    const { body: market } = await send('get', '/markets/asx').expect(200);
    await app.http
      .put(`/v1/workspaces/elsewhere/markets/${market.id}/calendar`)
      .set('Authorization', `Bearer ${app.token}`)
      .send([])
      .expect(404);
    const robot = await send('post', '/memberships/robots', { display_name: 'r', role: 'viewer' }).expect(
      201,
    );
    const token = await send('post', `/memberships/robots/${robot.body.id}/tokens`, {}).expect(201);
    await send('put', '/markets/asx/calendar', [], token.body.token).expect(403);
  });

  it('counts each day once when many load the same ones at the same time', async () => {
    const days = Array.from({ length: 28 }, (_, at) => ({
      date: `2026-02-${String(at + 1).padStart(2, '0')}`,
      is_open: true,
    }));
    const single = days.map(({ date, is_open }) =>
      send('post', '/market-calendars', { market_id: 'race', date, is_open }),
    );
    const loads = await Promise.all([
      ...[days, [...days].reverse(), days, days].map((body) => put('race', body)),
      ...single,
    ]);
    const created = loads.map(({ status, body }) =>
      status === 201 ? 1 : ((body as { created_count?: number }).created_count ?? 0),
    );
    expect(loads.slice(0, 4).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(created.reduce((sum, count) => sum + count, 0)).toBe(28);
    expect(await list('race')).toHaveLength(28);
  });

  it('takes 20,000 days in one body, and none of more than 4 MiB', async () => {
    const start = Date.UTC(1990, 0, 1);
    const days = Array.from({ length: 20_000 }, (_, at) => {
      const date = new Date(start + at * 86_400_000).toISOString().slice(0, 10);
      return { date, is_open: true, opens_at: `${date}T00:00:00Z` };
    });
    expect((await put('xxl', days).expect(200)).body).toMatchObject({ created_count: 20_000 });
    expect((await put('xxl', days).expect(200)).body).toMatchObject({ unchanged_count: 20_000 });
    await put('xxl', [{ description: 'x'.repeat(4_194_304) }]).expect(413);
  });
});
