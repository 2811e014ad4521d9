import { BUILT_IN_PROFILES } from '../src/profiles/built-in';
import { bearer, ImportsClient } from './support/imports-client';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

jest.setTimeout(120_000);

const MAX = 6;
const PROFILE = {
  identifier: 'vendor-a',
  name: 'Vendor A',
  resource_type: 'instruments',
  mapping: { Symbol: 'identifier', Security: 'name' },
  defaults: { type_id: 'equity' },
  on_error: 'continue',
};
const FILE = 'Symbol,Security,ISIN\naapl,Apple,US0378331005\n';

interface ProfileBody {
  id: string;
  identifier: string;
  built_in: boolean;
}

describe('import profiles', () => {
  let app: TestApp;
  let imports: ImportsClient;
  let other: WorkspaceClient;

  beforeAll(async () => {
    app = await startTestApp({ PROFILES_PER_WORKSPACE: String(MAX) });
    imports = new ImportsClient(app);
    await imports.addType('equity', [{ field_key: 'isin' }]);
    other = await WorkspaceClient.create(app, 'other');
  });
  afterAll(() => app.stop());
  afterEach(() => app.database.query('DELETE FROM import_profiles'));

  const base = (): string => `/v1/workspaces/${app.workspace}/import-profiles`;
  const send = (method: 'get' | 'post' | 'patch' | 'delete', path = '', body?: object) => {
    const request = app.http[method](`${base()}${path}`).set(bearer(app.token));
    return body === undefined ? request : request.send(body);
  };
  const make = async (body: object = PROFILE): Promise<ProfileBody> =>
    (await send('post', '', body).expect(201)).body as ProfileBody;

  describe('of a workspace', () => {
    it('are created, read by id and identifier, changed and deleted', async () => {
      const created = await send('post', '', PROFILE).expect(201);
      const { id, created_at, updated_at, ...own } = created.body as Record<string, unknown>;
      expect(own).toEqual({ ...PROFILE, description: null, built_in: false });
      expect(updated_at).toBe(created_at);
      expect(created.headers['location']).toMatch(new RegExp(`/import-profiles/${String(id)}$`));
      for (const name of [String(id), 'vendor-a']) {
        expect((await send('get', `/${name}`).expect(200)).body).toEqual(created.body);
      }
      const changed = await send('patch', '/vendor-a', {
        name: 'Vendor A, daily',
        mapping: { Ticker: 'identifier' },
        on_error: null,
      }).expect(200);
      expect(changed.body).toMatchObject({ id, name: 'Vendor A, daily', mapping: { Ticker: 'identifier' } });
      expect(changed.body).not.toHaveProperty('on_error');
      expect(changed.body.defaults).toEqual(PROFILE.defaults);
      await send('delete', `/${String(id)}`).expect(204);
      await send('get', '/vendor-a').expect(404);
      await send('delete', '/vendor-a').expect(404);
      await send('patch', '/vendor-a', {}).expect(404);
    });

    it('keep the digits of a default', async () => {
      const text = '{"identifier":"digits","name":"Digits","defaults":{"lot_size":1.10}}';
      const answer = await send('post').set('Content-Type', 'application/json').send(text).expect(201);
      expect(answer.text).toContain('"lot_size":1.10');
      expect((await send('get', '/digits')).text).toContain('"lot_size":1.10');
    });

    it('are seen by no other workspace, which may have the same identifier', async () => {
      const { id } = await make();
      const theirs = await other.post<ProfileBody>('/import-profiles', PROFILE);
      expect(theirs.id).not.toBe(id);
      await expect(other.get(`/import-profiles/${id}`)).rejects.toThrow(': 404 ');
      const { data } = await other.get<{ data: ProfileBody[] }>('/import-profiles?ids=vendor-a');
      expect(data.map((profile) => profile.id)).toEqual([theirs.id]);
    });

    it('have identifiers of their own: another one of the name is a 409', async () => {
      await make();
      await make({ ...PROFILE, identifier: 'vendor-b' });
      const again = await send('post', '', PROFILE).expect(409);
      expect(again.body.errors[0]).toMatchObject({ pointer: '/identifier', code: 'conflict' });
      await send('patch', '/vendor-b', { identifier: 'vendor-a' }).expect(409);
      await send('patch', '/vendor-b', { identifier: 'vendor-b' }).expect(200);
      await send('patch', '/vendor-b', { identifier: 'vendor-c' }).expect(200);
      await send('get', '/vendor-b').expect(404);
    });

    it('are at most so many, however many are created at once', async () => {
      const answers = await Promise.all(
        Array.from({ length: MAX + 4 }, (_, n) => send('post', '', { ...PROFILE, identifier: `p${n}` })),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(MAX);
      const codes = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code as string);
      expect(codes).toEqual(Array.from({ length: 4 }, () => 'too_many_profiles'));
    });

    it('need Viewer to be read, and Member to be written', async () => {
      await make();
      const [viewer, member] = [await imports.token('viewer'), await imports.token('member')];
      const as = (token: string, method: 'get' | 'post' | 'patch' | 'delete', path: string) =>
        app.http[method](`${base()}${path}`).set(bearer(token)).send({});
      expect((await as(viewer, 'get', '/vendor-a')).status).toBe(200);
      for (const method of ['post', 'patch', 'delete'] as const) {
        expect((await as(viewer, method, method === 'post' ? '' : '/vendor-a')).status).toBe(403);
      }
      expect((await as(member, 'patch', '/vendor-a')).status).toBe(200);
      expect((await as(member, 'delete', '/vendor-a')).status).toBe(204);
    });
  });

  describe('that cannot be meant are refused when they are written', () => {
    it.each([
      ['an unknown setting', { csv: {} }, 400, '/csv'],
      ['an unknown option', { csv_options: { delimeter: ';' } }, 400, '/csv_options/delimeter'],
      ['an option of the wrong form', { csv_options: { delimiter: ';;' } }, 400, '/csv_options/delimiter'],
      [
        'an unknown option of a field',
        { field_options: { name: { trimm: true } } },
        400,
        '/field_options/name/trimm',
      ],
      ['a field of an import', { dry_run: true }, 400, '/dry_run'],
      ['a number as its name', { name: 1 }, 400, '/name'],
      ['no name', { name: null }, 400, '/name'],
      ['an empty identifier', { identifier: '' }, 422, '/identifier'],
      ['an identifier with an outer blank', { identifier: ' a' }, 422, '/identifier'],
      [
        'a UUID as its identifier',
        { identifier: '4f0d3c1e-6b0a-4a5e-9d2c-0d3d8a9f1b21' },
        422,
        '/identifier',
      ],
      ['an unknown resource type', { resource_type: 'shares' }, 422, '/resource_type'],
      ['a resource type without imports', { resource_type: 'market_calendars' }, 422, '/resource_type'],
      ['a field that cannot be', { mapping: { 'A/B': 'No Field' } }, 422, '/mapping/A~1B'],
      [
        'a default of no field',
        { resource_type: 'market_listings', mapping: {}, defaults: { isin: 'x' } },
        422,
        '/defaults/isin',
      ],
      [
        'options that contradict each other',
        { csv_options: { columns: ['a'], header_row: 2 } },
        422,
        '/csv_options/columns',
      ],
      ['an unknown encoding', { csv_options: { encoding: 'latin-99' } }, 422, '/csv_options/encoding'],
      ['a pointer that is none', { json_options: { record_path: 'data' } }, 422, '/json_options/record_path'],
      [
        'a pattern that is none',
        {
          resource_type: 'market_listing_suspensions',
          mapping: {},
          defaults: {},
          field_options: { suspended_from: { format: 'yyyy-QQ' } },
        },
        422,
        '/field_options/suspended_from/format',
      ],
      [
        'an unknown time zone for all fields',
        { resource_type: null, field_options: { '*': { time_zone: 'Mars/Olympus' } } },
        422,
        '/field_options/*/time_zone',
      ],
      ['a column that is no key', { identifier_column: 'No Field' }, 422, '/identifier_column'],
    ])('%s', async (_what, change, status, pointer) => {
      const answer = await send('post', '', { ...PROFILE, ...change });
      expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([status, pointer]);
      await make();
      const changed = await send('patch', '/vendor-a', change);
      expect([changed.status, changed.body.errors?.[0]?.pointer]).toEqual([status, pointer]);
    });

    it('settings of more than 64 KiB', async () => {
      const columns = Array.from({ length: 7_000 }, (_, n) => `column-${n}`);
      const answer = await send('post', '', { ...PROFILE, expect_columns: columns });
      expect([answer.status, answer.body.errors[0].code]).toEqual([422, 'value_too_long']);
    });
  });

  describe('that are built in', () => {
    const first = BUILT_IN_PROFILES[0]?.identifier ?? '';

    it('are in every workspace, in one list with its own, in pages', async () => {
      const expected = [
        ...BUILT_IN_PROFILES.map(({ identifier }) => identifier),
        'Zürich',
        'lean-own',
      ].sort();
      await make({ ...PROFILE, identifier: 'Zürich' });
      await make({ ...PROFILE, identifier: 'lean-own' });
      const found: ProfileBody[] = [];
      for (let after = ''; ;) {
        const { body } = await send('get', `?limit=7${after}`).expect(200);
        found.push(...(body.data as ProfileBody[]));
        if (body.meta.next_cursor === null) break;
        after = `&after=${String(body.meta.next_cursor)}`;
      }
      expect(found.map(({ identifier }) => identifier)).toEqual(expected);
      expect(new Set(found.map(({ id }) => id)).size).toBe(expected.length);
      expect(found.filter(({ built_in }) => !built_in)).toHaveLength(2);
    });

    it('are found by id, by identifier and by what they are for', async () => {
      const { body } = await send('get', `/${first}`).expect(200);
      expect((await send('get', `/${String(body.id)}`).expect(200)).body).toEqual(body);
      const named = await send('get', `?ids=${first},${String(body.id)},nothing`).expect(200);
      expect(named.body.data).toEqual([body]);
      const markets = await send('get', '?resource_type=markets').expect(200);
      expect(markets.body.data.map(({ resource_type }: { resource_type: string }) => resource_type)).toEqual(
        BUILT_IN_PROFILES.filter(({ resourceType }) => resourceType === 'markets').map(() => 'markets'),
      );
    });

    it.each(BUILT_IN_PROFILES.map(({ identifier }) => identifier))(
      '%s is what a workspace may write itself, under another identifier',
      async (identifier) => {
        const { body } = await send('get', `/${identifier}`).expect(200);
        await send('post', '', body).expect(409);
        const { id, built_in, created_at, updated_at, ...own } = body as Record<string, unknown>;
        expect([built_in, created_at, updated_at]).toEqual([true, null, null]);
        const copy = await make({ ...body, identifier: `my-${identifier}` });
        expect(copy).toMatchObject({ ...own, identifier: `my-${identifier}`, built_in: false });
        expect(copy.id).not.toBe(id);
      },
    );

    it('are changed and deleted by nobody', async () => {
      for (const [method, body] of [['patch', { name: 'mine' }], ['delete']] as const) {
        const answer = await send(method, `/${first}`, body);
        expect([answer.status, answer.body.code]).toEqual([409, 'conflict']);
      }
      await make();
      await send('patch', '/vendor-a', { identifier: first }).expect(409);
    });

    it('give way to a profile of the workspace that had the identifier before', async () => {
      const { id } = await make();
      await app.database.query(`UPDATE import_profiles SET identifier = $1`, [first]); // as after an upgrade
      expect((await send('get', `/${first}`).expect(200)).body.id).toBe(id);
      const { data } = (await send('get', `?ids=${first}`).expect(200)).body as { data: ProfileBody[] };
      expect(data.map((profile) => profile.id)).toEqual([id]);
    });
  });

  describe('in an import', () => {
    afterEach(() => app.database.query('DELETE FROM instruments'));

    it('say what its form leaves out', async () => {
      await make();
      const job = await imports.import(FILE, { profile: 'vendor-a' });
      expect(job).toMatchObject({
        status: 'completed',
        resource_type: 'instruments',
        on_error: 'continue',
        mapping: PROFILE.mapping,
        defaults: PROFILE.defaults,
        profile: 'vendor-a',
        created_count: 1,
      });
      expect(await imports.instruments()).toMatchObject([{ identifier: 'aapl', name: 'Apple' }]);
    });

    it('are named by their id too; the job has the identifier', async () => {
      const { id } = await make();
      const job = await imports.import(FILE, { profile: id, resource_type: 'instruments' });
      expect([job.status, job.profile]).toEqual(['completed', 'vendor-a']);
    });

    it('are overridden by its form, field by field', async () => {
      await make();
      const job = await imports.import(FILE, {
        profile: 'vendor-a',
        on_error: 'abort',
        mapping: JSON.stringify({ ISIN: 'identifier', Symbol: 'isin' }),
      });
      expect(job).toMatchObject({
        status: 'completed',
        on_error: 'abort',
        mapping: { Security: 'name', ISIN: 'identifier', Symbol: 'isin' },
        defaults: PROFILE.defaults,
      });
      expect(await imports.instruments()).toEqual([
        { identifier: 'US0378331005', name: 'Apple', field_values: { isin: 'aapl' } },
      ]);
    });

    it('that are not there are a 422', async () => {
      await other.post('/import-profiles', PROFILE);
      const answer = await imports.post(FILE, { profile: 'vendor-a' });
      expect([answer.status, answer.body.code, answer.body.errors[0].pointer]).toEqual([
        422,
        'reference_not_found',
        '/profile',
      ]);
      await imports.expectNothingLeft();
    });

    it('that are for another resource type are a 422, and one without a resource type leaves it to the form', async () => {
      await make();
      const answer = await imports.post(FILE, { profile: 'vendor-a', resource_type: 'markets' });
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/resource_type']);
      await send('patch', '/vendor-a', { resource_type: null }).expect(200);
      const missing = await imports.post(FILE, { profile: 'vendor-a' });
      expect([missing.status, missing.body.code]).toEqual([400, 'field_missing']);
      const job = await imports.import(FILE, { profile: 'vendor-a', resource_type: 'instruments' });
      expect(job.status).toBe('completed');
    });

    it('alter no job that exists: it keeps what the profile said', async () => {
      await make();
      const { id } = await imports.queue(FILE, { profile: 'vendor-a' });
      await send('patch', '/vendor-a', { mapping: { ISIN: 'identifier', Security: 'name' } }).expect(200);
      await send('delete', '/vendor-a').expect(204);
      const job = await imports.finished(id);
      expect(job).toMatchObject({ status: 'completed', mapping: PROFILE.mapping, profile: 'vendor-a' });
      expect(await imports.instruments()).toMatchObject([{ identifier: 'aapl' }]);
    });

    it('are a part of what an idempotency key identifies', async () => {
      await make();
      const headers = { 'Idempotency-Key': 'profiled' };
      const first = await imports.post(FILE, { profile: 'vendor-a' }, { headers }).expect(202);
      const again = await imports.post(FILE, { profile: 'vendor-a' }, { headers }).expect(202);
      expect([again.body.id, again.headers['idempotent-replayed']]).toEqual([first.body.id, 'true']);
      await send('patch', '/vendor-a', { defaults: { type_id: 'fund' } }).expect(200);
      const changed = await imports.post(FILE, { profile: 'vendor-a' }, { headers });
      expect([changed.status, changed.body.code]).toEqual([422, 'idempotency_key_reused']);
      await imports.finished(String(first.body.id));
    });
  });
});
