import { describeRealData } from './support/real-data';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(60_000);

interface Session {
  date: string;
  opens_at: string | null;
  closes_at: string | null;
  break_start: string | null;
  break_end: string | null;
}

/** The sessions of a file of exchange calendars: `,open,close,break_start,break_end`. */
function sessionsOf(file: Buffer): Session[] {
  const [, ...lines] = file.toString('utf8').trimEnd().split(/\r?\n/);
  return lines.map((line) => {
    const [day = '', open = '', close = '', start = '', end = ''] = line.split(',');
    const orNull = (text: string): string | null => (text === '' ? null : text);
    return {
      date: day.slice(0, 10),
      opens_at: orNull(open),
      closes_at: orNull(close),
      break_start: orNull(start),
      break_end: orNull(end),
    };
  });
}

describeRealData('Real calendars of exchanges', (read) => {
  let app: TestApp;
  let client: WorkspaceClient;
  beforeAll(async () => {
    app = await startTestApp();
    client = new WorkspaceClient(app, app.token, app.workspace);
    await client.post('/market-types', { identifier: 'exchange', name: 'Exchange' });
    for (const identifier of ['XHKG', 'XNYS'])
      await client.post('/markets', { identifier, name: identifier, type_id: 'exchange' });
  });
  afterAll(() => app.stop());

  it.each([
    ['XHKG', 8803, 'exchange-calendars__xhkg.csv'],
    ['XNYS', 8324, 'exchange-calendars__xnys.csv'],
  ])(
    'load the sessions of %s since 1990 in one request, all %i, and give them back whole',
    async (market, total, name) => {
      const sessions = sessionsOf(read(name));
      expect(sessions).toHaveLength(total);
      const body = sessions.map((session) => ({ ...session, is_open: true }));
      const counts = { created_count: sessions.length, updated_count: 0, unchanged_count: 0 };
      expect(await client.request('PUT', `/markets/${market}/calendar`, body)).toEqual(counts);
      expect(await client.request('PUT', `/markets/${market}/calendar`, body)).toEqual({
        ...counts,
        created_count: 0,
        unchanged_count: sessions.length,
      });
      const { file, job } = await client.export({
        object_type: 'market_calendars',
        filter: { and: [{ field: 'market_id', op: 'eq', value: market }] },
      });
      expect(job.row_count).toBe(sessions.length);
      const lines = sessions.map(({ date, opens_at, closes_at, break_start, break_end }) =>
        [market, date, 'true', opens_at, closes_at, break_start, break_end, ''].join(','),
      );
      const header = 'market_id,date,is_open,opens_at,closes_at,break_start,break_end,description';
      expect(file.toString('utf8').split('\n')).toEqual([header, ...lines, '']);
    },
  );
});
