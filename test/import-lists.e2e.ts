import { bearer, ImportsClient } from './support/imports-client';
import { startTestApp, type TestApp } from './support/test-app';

jest.setTimeout(60_000);

const INSTRUMENTS = 'identifier,name,type_id\n';
const VALUES = 'instrument_id,type_id,timestamp,value\n';
const ALL = [
  'instruments',
  'time_series_values',
  'composite_time_series_values',
  'markets',
  'market_listings',
  'market_listing_suspensions',
];

describe('lists of imports and of their errors', () => {
  let app: TestApp;
  let imports: ImportsClient;

  beforeAll(async () => {
    app = await startTestApp();
    imports = new ImportsClient(app);
    await imports.addType('equity', [{ field_key: 'isin' }, { field_key: 'lot', data_type: 'number' }]);
  });
  afterAll(() => app.stop());

  const ids = ({ data }: { data: { id: string }[] }): string[] => data.map(({ id }) => id);

  it('page through every import, newest first, also while new ones arrive', async () => {
    const made: string[] = [];
    for (let n = 0; n < 5; n++) made.unshift((await imports.import(`${INSTRUMENTS}n${n},N,equity\n`)).id);
    const first = (await imports.get('?limit=2').expect(200)).body;
    expect(first.meta.has_more).toBe(true);
    const late = await imports.import(INSTRUMENTS);
    const second = (await imports.get(`?limit=2&after=${first.meta.next_cursor}`).expect(200)).body;
    const third = (await imports.get(`?limit=2&after=${second.meta.next_cursor}`).expect(200)).body;
    expect([...ids(first), ...ids(second), ...ids(third)]).toEqual(made);
    expect(third.meta).toEqual({ next_cursor: null, has_more: false });
    expect((await imports.get('').expect(200)).body.data[0]).toEqual(await imports.job(late.id));
  });

  it('are filtered by status and by resource type, and refuse a filter that means nothing', async () => {
    const failed = await imports.import(`${INSTRUMENTS}x,X,nope\n`);
    const values = await imports.import(VALUES, { resource_type: 'time_series_values' });
    expect(ids((await imports.get('?status=failed').expect(200)).body)).toEqual([failed.id]);
    const ofType = (await imports.get('?resource_type=time_series_values').expect(200)).body;
    expect(ids(ofType)).toEqual([values.id]);
    expect(
      (await imports.get('?status=failed&resource_type=time_series_values').expect(200)).body.data,
    ).toEqual([]);
    for (const query of [
      'status=done',
      'limit=0',
      'limit=x',
      'stauts=failed',
      'after=nope',
      'status=failed&status=queued',
    ]) {
      const { status, body } = await imports.get(`?${query}`);
      expect([query, status, body.code]).toEqual([
        query,
        400,
        query === 'after=nope' ? 'invalid_cursor' : 'invalid_request',
      ]);
    }
    const { body } = await imports.get('?resource_type=instrument').expect(400);
    expect(body.detail).toMatch(
      /^There is no resource type "instrument"\. These can be imported: .*instruments, .*time_series_values\.$/,
    );
    expect(body.errors).toEqual([{ pointer: '?resource_type', code: 'invalid_value', message: body.detail }]);
    expect((await imports.get('?resource_type=market_calendars').expect(400)).body.detail).toMatch(
      'PUT /markets',
    );
  });

  it('show the first hundred errors with the job, and all of them page by page in the order of the file', async () => {
    const rows = Array.from({ length: 450 }, (_, n) => (n % 2 ? `g${n},G,equity\n` : `b${n},,nope\n`)).join(
      '',
    );
    const job = await imports.import(INSTRUMENTS + rows, {
      resource_type: 'instruments',
      on_error: 'continue',
    });
    expect(job).toMatchObject({ status: 'completed', row_count: 450, created_count: 225, failed_count: 225 });
    expect(job.errors).toHaveLength(100);
    const all = [];
    for (let after = ''; ;) {
      const { data, meta } = (await imports.get(`/${job.id}/errors?limit=200${after}`).expect(200)).body;
      all.push(...data);
      if (!meta.has_more) break;
      after = `&after=${meta.next_cursor}`;
    }
    expect(all).toHaveLength(job.error_count);
    expect(all.slice(0, 100)).toEqual(job.errors);
    const failedRows = [...new Set(all.map(({ row }) => row))];
    expect(failedRows).toEqual(Array.from({ length: 225 }, (_, n) => 2 * n + 1));
    expect(all[0]).toEqual({
      row: 1,
      line: 2,
      column: 'name',
      code: 'required',
      message: expect.stringMatching(/\.$/),
      value: null,
    });
    const listed = (await imports.get('?limit=1').expect(200)).body.data[0];
    expect(listed.errors).toEqual(job.errors);
  });

  it('are empty for an import without errors', async () => {
    const { id } = await imports.import(`${INSTRUMENTS}fine,F,equity\n`);
    expect((await imports.get(`/${id}/errors`).expect(200)).body).toEqual({
      data: [],
      meta: { next_cursor: null, has_more: false },
    });
  });

  describe('templates', () => {
    const FORMATS = { csv: 'text/csv', json: 'application/json', ndjson: 'application/x-ndjson' };
    const cases = ALL.flatMap((resource) =>
      Object.entries(FORMATS).map(([format, type]) => ({ resource, format, type })),
    );

    it.each(cases)('exist for $resource as $format', async ({ resource, format, type }) => {
      const answer = await imports.download(`/templates/${resource}?format=${format}`);
      expect(answer.status).toBe(200);
      expect(answer.headers['content-type']).toBe(`${type}; charset=utf-8`);
      expect(answer.headers['content-disposition']).toBe(
        `attachment; filename="${resource}-template.${format}"`,
      );
      const { text } = answer;
      if (format === 'csv') expect(text.trimEnd().split('\n')).toHaveLength(2);
      else expect([JSON.parse(text)].flat()).toHaveLength(1);
    });

    it('have the custom fields of a type, given by identifier or UUID', async () => {
      const [type] = await app.database.query<{ id: string }>('SELECT id FROM instrument_types');
      for (const typeId of ['equity', type?.id]) {
        const { text } = await imports.get(`/templates/instruments?type_id=${typeId}`).expect(200);
        expect(text.split('\n')[0]).toBe('identifier,name,type_id,isin,lot,extras');
        expect(text.split('\n')[1]).toContain(',equity,');
      }
      const json = await imports.get('/templates/instruments?type_id=equity&format=json').expect(200);
      expect(Object.keys(json.body[0].field_values)).toEqual(['isin', 'lot']);
    });

    it('import as they are', async () => {
      for (const format of Object.keys(FORMATS)) {
        const path = `/templates/instruments?type_id=equity&format=${format}`;
        const { text } = await imports.download(path);
        const job = await imports.import(text, { resource_type: 'instruments' }, `t.${format}`);
        expect([job.status, job.errors]).toEqual(['completed', []]);
      }
    });

    it('answer 404 for what cannot be imported and for a type that is not there, 400 for another format', async () => {
      for (const name of ['market_calendars', 'nope', 'instruments?type_id=nope', 'markets?type_id=equity']) {
        expect([name, (await imports.get(`/templates/${name}`)).status]).toEqual([name, 404]);
      }
      const why = async (path: string): Promise<string> =>
        (await imports.get(`/templates/${path}`).expect(404)).body.detail;
      expect(await why('market_calendars')).toMatch(/^There is no template\. .*PUT \/markets/);
      expect(await why('nope')).toMatch(
        /no resource type of that name\. These can be imported: .*instruments, /,
      );
      expect(await why('instruments?type_id=nope')).toMatch(
        /^type_id names no instrument type .* GET \/instrument-types lists them\.$/,
      );
      expect(await why('markets?type_id=equity')).toMatch(/GET \/market-types/);
      expect(await why('market_listings?type_id=equity')).toMatch(/leave type_id out\.$/);
      await imports.get('/templates/instruments?format=xlsx').expect(400);
      const viewer = await imports.token('viewer');
      await app.http.get(`${imports.path}/templates/markets`).set(bearer(viewer)).expect(200);
    });
  });
});
