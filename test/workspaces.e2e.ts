import { createToken } from '../src/auth/bearer-token';
import { BootstrapService } from '../src/workspaces/bootstrap.service';
import { createMigratedDatabase, type TestDatabase } from './support/test-database';
import { startTestApp, type TestApp } from './support/test-app';

describe('workspaces', () => {
  let app: TestApp;
  const robots = () => `/v1/workspaces/${app.workspace}/memberships/robots`;
  const call = (method: 'get' | 'post' | 'patch' | 'delete', path: string) =>
    app.http[method](path).set('Authorization', `Bearer ${app.token}`);

  async function makeRobot(display_name = 'Loader'): Promise<string> {
    const { body } = await call('post', robots()).send({ display_name, role: 'member' });
    return body.id as string;
  }

  beforeAll(async () => {
    app = await startTestApp({ ROLE: 'api' });
  });

  afterAll(() => app.stop());

  describe('making one', () => {
    it('returns it and where it is', async () => {
      const { status, body, headers } = await call('post', '/v1/workspaces').send({
        slug: 'branch-1',
        name: 'Branch',
      });
      expect(status).toBe(201);
      expect(headers['location']).toBe(`/v1/workspaces/${String(body.id)}`);
      expect((await call('get', headers['location'] ?? '')).body).toEqual(body);
    });

    it('is a conflict when the slug is taken', async () => {
      await call('post', '/v1/workspaces').send({ slug: 'twice', name: 'One' });
      const { status, body } = await call('post', '/v1/workspaces').send({ slug: 'twice', name: 'Two' });
      expect([status, body.code, body.errors[0].pointer]).toEqual([409, 'conflict', '/slug']);
    });

    it.each([
      '',
      'A',
      '-a',
      'a_b',
      'ä',
      'x'.repeat(64),
      '0b9f6a3e-53c5-4a53-9f2b-6f2d3a1c8e11',
      5,
      null,
      undefined,
    ])('refuses the slug %j', async (slug) => {
      const { status, body } = await call('post', '/v1/workspaces').send({ slug, name: 'x' });
      expect([status, body.errors[0].pointer]).toEqual([400, '/slug']);
    });
  });

  describe('robots', () => {
    it('are made, read, changed and archived', async () => {
      const made = await call('post', robots()).send({
        display_name: 'Loader',
        description: '',
        role: 'viewer',
      });
      expect([made.status, made.body]).toEqual([
        201,
        {
          id: expect.any(String),
          display_name: 'Loader',
          description: null,
          role: 'viewer',
          archived_at: null,
          created_at: expect.stringMatching(/Z$/),
        },
      ]);
      const path = `${robots()}/${String(made.body.id)}`;
      const changed = await call('patch', path).send({ description: 'Loads.', role: 'editor' });
      expect(changed.body).toEqual({ ...made.body, description: 'Loads.', role: 'editor' });
      expect((await call('patch', path).send({ description: null })).body.description).toBeNull();
      expect((await call('patch', path).send({})).body).toEqual({ ...made.body, role: 'editor' });

      const removed = await call('delete', path);
      expect([removed.status, removed.text]).toEqual([204, '']);
      expect((await call('delete', path)).status).toBe(204);
      expect((await call('get', path)).body.archived_at).toMatch(/Z$/);
      expect((await call('post', `${path}/tokens`)).status).toBe(409);
    });

    it.each([
      ['no role', { display_name: 'x' }, '/role'],
      ['another role', { display_name: 'x', role: 'owner' }, '/role'],
      ['no name', { role: 'viewer' }, '/display_name'],
      ['an empty name', { display_name: '', role: 'viewer' }, '/display_name'],
      [
        'a description that is no text',
        { display_name: 'x', role: 'viewer', description: 5 },
        '/description',
      ],
      ['an unknown property', { display_name: 'x', role: 'viewer', is_operator: true }, '/is_operator'],
    ])('with %s are refused', async (_name, body, pointer) => {
      const answer = await call('post', robots()).send(body);
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, pointer]);
    });

    it('cannot be changed to null where null is no value', async () => {
      const path = `${robots()}/${await makeRobot()}`;
      for (const body of [{ role: null }, { display_name: null }])
        expect((await call('patch', path).send(body)).status).toBe(400);
    });

    it('are listed page by page, none missing and none twice while more are made', async () => {
      await call('post', '/v1/workspaces').send({ slug: 'paged', name: 'Paged' });
      const list = '/v1/workspaces/paged/memberships/robots';
      const make = async (display_name: string) => call('post', list).send({ display_name, role: 'viewer' });
      for (let at = 0; at < 5; at++) await make(`r${at}`);
      const seen: string[] = [];
      let after: string | null = '';
      while (after !== null) {
        const { body } = await call('get', `${list}?limit=2${after === '' ? '' : `&after=${after}`}`);
        seen.push(...(body.data as { display_name: string }[]).map(({ display_name }) => display_name));
        after = body.meta.next_cursor as string | null;
        if (seen.length === 2) await make('r5');
      }
      expect(seen).toEqual(['r0', 'r1', 'r2', 'r3', 'r4', 'r5']);
    });

    it('are listed active, archived or both, and by their ids', async () => {
      await call('post', '/v1/workspaces').send({ slug: 'mixed', name: 'Mixed' });
      const list = '/v1/workspaces/mixed/memberships/robots';
      const ids: string[] = [];
      for (const display_name of ['a', 'b', 'c']) {
        ids.push((await call('post', list).send({ display_name, role: 'viewer' })).body.id as string);
      }
      await call('delete', `${list}/${ids[1]}`);
      const names = async (query: string) => {
        const { body } = await call('get', `${list}${query}`);
        return (body.data as { display_name: string }[]).map(({ display_name }) => display_name).join('');
      };
      expect(await names('')).toBe('ac');
      expect(await names('?archived=true')).toBe('b');
      expect(await names('?archived=all')).toBe('abc');
      expect(await names(`?ids=${ids[0]},nobody,${ids[1]}`)).toBe('a');
      expect((await call('get', `${list}?archived=maybe`)).status).toBe(400);
      expect((await call('get', `${list}?limit=0`)).status).toBe(400);
      expect((await call('get', `${list}?after=nonsense`)).body.code).toBe('invalid_cursor');
    });
  });

  describe('tokens', () => {
    it('may expire; the instant is answered in UTC', async () => {
      const path = `${robots()}/${await makeRobot()}/tokens`;
      const { status, body, headers } = await call('post', path).send({
        expires_at: '2999-12-31T23:30:00.5+02:00',
      });
      expect([status, body.expires_at]).toEqual([201, '2999-12-31T21:30:00.5Z']);
      expect(headers['cache-control']).toBe('no-store');
    });

    it.each([
      '2999-02-30T00:00:00Z',
      '2000-01-01T00:00:00Z',
      '2999-01-01',
      'tomorrow',
      'infinity',
      '2999-01-01T24:00:00Z',
      5,
    ])('cannot expire at %j', async (expires_at) => {
      const { status, body } = await call('post', `${robots()}/${await makeRobot()}/tokens`).send({
        expires_at,
      });
      expect([status, body.errors[0].pointer]).toEqual([400, '/expires_at']);
    });

    it('that are revoked leave the list, and can be listed apart', async () => {
      const path = `${robots()}/${await makeRobot()}/tokens`;
      const kept = (await call('post', path)).body.id as string;
      const revoked = (await call('post', path)).body.id as string;
      expect((await call('delete', `${path}/${revoked}`)).status).toBe(204);
      expect((await call('delete', `${path}/${revoked}`)).status).toBe(204);
      const ids = async (query: string) =>
        ((await call('get', `${path}${query}`)).body.data as { id: string }[]).map(({ id }) => id);
      expect(await ids('')).toEqual([kept]);
      expect(await ids('?archived=true')).toEqual([revoked]);
      expect((await call('delete', `${path}/${kept}x`)).status).toBe(404);
    });
  });
});

describe('the first start', () => {
  let database: TestDatabase;
  let apps: TestApp[] = [];
  beforeEach(async () => {
    database = await createMigratedDatabase();
  });
  afterEach(async () => {
    for (const app of apps) await app.stop();
    apps = [];
    await database.drop();
  });

  /** Starts on the database of this test; each start has a folder of its own. */
  async function start(env: Record<string, string> = {}): Promise<TestApp> {
    await apps[0]?.database.query(`DELETE FROM secrets WHERE name = 'storage_identity'`);
    const app = await startTestApp({
      ROLE: 'api',
      DATABASE_URL: database.url,
      BOOTSTRAP_TOKEN: '',
      BOOTSTRAP_WORKSPACE: 'first',
      ...env,
    });
    apps.push(app);
    return app;
  }

  /** The tokens that `showFirstToken` hands out; afterwards `fail` is thrown. */
  async function shown(app: TestApp, fail?: Error): Promise<(string | null)[]> {
    const tokens: (string | null)[] = [];
    const showing = app.app.get(BootstrapService).showFirstToken(async (token) => {
      tokens.push(token);
      if (fail !== undefined) throw fail;
    });
    await (fail === undefined ? showing : expect(showing).rejects.toBe(fail));
    return tokens;
  }

  const statusOf = async (app: TestApp, token: string | null | undefined): Promise<number> =>
    (await app.http.get('/v1/workspaces/first').set('Authorization', `Bearer ${String(token)}`)).status;

  it('shows a random operator token that works, once', async () => {
    const first = await start();
    const [token] = await shown(first);
    expect(token).toMatch(/^ptk_live_[0-9a-f]{64}$/);
    expect(await statusOf(first, token)).toBe(200);
    expect(await shown(first)).toEqual([null]);
    expect(await shown(await start())).toEqual([null]);
  });

  it('that dies before or after its token was shown leaves it to the next to show one, and each that was shown works', async () => {
    const [first] = await shown(await start(), new Error('killed'));
    const second = await start();
    const [next] = await shown(second);
    expect(next).toMatch(/^ptk_live_/);
    expect(next).not.toBe(first);
    expect([await statusOf(second, first), await statusOf(second, next)]).toEqual([200, 200]);
  });

  it('that died before it showed a token takes the BOOTSTRAP_TOKEN of the next', async () => {
    await start();
    const { token } = createToken();
    const second = await start({ BOOTSTRAP_TOKEN: token });
    expect([await shown(second), await statusOf(second, token)]).toEqual([[null], 200]);
  });

  it('creates one operator and shows one token when several replicas start together', async () => {
    const app = await start();
    await app.database.query('DELETE FROM tokens');
    await app.database.query('DELETE FROM robots');
    const service = app.app.get(BootstrapService);
    await Promise.all([service.onModuleInit(), service.onModuleInit(), service.onModuleInit()]);
    expect(await app.database.query('SELECT FROM robots WHERE is_operator')).toHaveLength(1);
    const tokens = (await Promise.all([shown(app), shown(app), shown(app)])).flat();
    expect(tokens.filter((token) => token !== null)).toHaveLength(1);
    expect(await app.database.query('SELECT FROM tokens')).toHaveLength(1);
  });

  it('is refused with a sentence when the token or the slug is not of its form', async () => {
    await expect(startTestApp({ ROLE: 'api', BOOTSTRAP_TOKEN: 'secret' })).rejects.toThrow(
      'BOOTSTRAP_TOKEN must be',
    );
    await expect(startTestApp({ ROLE: 'api', BOOTSTRAP_WORKSPACE: 'No Slug' })).rejects.toThrow(
      'BOOTSTRAP_WORKSPACE',
    );
  });

  it('is refused on a disk that does not belong to the database', async () => {
    await startTestApp({ ROLE: 'api', DATABASE_URL: database.url }).then((app) => app.stop());
    await expect(startTestApp({ ROLE: 'api', DATABASE_URL: database.url })).rejects.toThrow(
      'DATA_DIR does not hold the files that belong to this database',
    );
  });
});
