import { randomBytes } from 'node:crypto';
import { Controller, Get, Post } from '@nestjs/common';
import { Client } from 'pg';
import { Requires } from '../src/auth/decorators';
import { ROLES, type Role } from '../src/auth/caller';
import { startTestApp, type TestApp } from './support/test-app';

@Controller('open')
class OpenController {
  @Get()
  read(): object {
    return {};
  }
}

class BaseController {
  @Post('inherited')
  inherited(): object {
    return {};
  }
}

@Controller('derived')
class DerivedController extends BaseController {
  @Get()
  @Requires('viewer')
  own(): object {
    return {};
  }
}

describe('access', () => {
  let app: TestApp;
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
  const robots = (workspace = app.workspace) => `/v1/workspaces/${workspace}/memberships/robots`;

  /** A robot of a workspace and a token of it. */
  async function makeRobot(role: Role, workspace = app.workspace, expires_at?: string) {
    const robot = await app.http
      .post(robots(workspace))
      .set(bearer(app.token))
      .send({ display_name: role, role });
    expect(robot.status).toBe(201);
    const id = robot.body.id as string;
    const made = await app.http
      .post(`${robots(workspace)}/${id}/tokens`)
      .set(bearer(app.token))
      .send({ expires_at });
    expect(made.status).toBe(201);
    return { id, token: made.body.token as string, tokenId: made.body.id as string };
  }

  beforeAll(async () => {
    app = await startTestApp({ ROLE: 'api' });
    const made = await app.http
      .post('/v1/workspaces')
      .set(bearer(app.token))
      .send({ slug: 'other', name: 'Other' });
    expect(made.status).toBe(201);
  });

  afterAll(() => app.stop());

  it('returns 401 and how to authenticate, before it looks at the workspace', async () => {
    for (const headers of [
      {},
      { Authorization: 'Basic abc' },
      bearer('ptk_live_short'),
      bearer(`ptk_live_${'0'.repeat(64)}`),
    ]) {
      for (const path of [`/v1/workspaces/${app.workspace}`, '/v1/workspaces/no-such-workspace']) {
        const { status, body, headers: answered } = await app.http.get(path).set(headers);
        expect([status, body.code]).toEqual([401, 'unauthorized']);
        expect(answered['www-authenticate']).toMatch(/^Bearer/);
        expect(answered['content-type']).toMatch('application/problem+json');
      }
    }
  });

  it('never takes a token from the query string', async () => {
    const { status } = await app.http.get(`/v1/workspaces/${app.workspace}?token=${app.token}`);
    expect(status).toBe(401);
  });

  it('takes the scheme in any case', async () => {
    const { status } = await app.http
      .get(`/v1/workspaces/${app.workspace}`)
      .set('Authorization', `bEARER ${app.token}`);
    expect(status).toBe(200);
  });

  it('finds a workspace by its slug and by its UUID in any case', async () => {
    const bySlug = await app.http.get(`/v1/workspaces/${app.workspace}`).set(bearer(app.token));
    expect(bySlug.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      slug: app.workspace,
      name: app.workspace,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    const byId = await app.http
      .get(`/v1/workspaces/${String(bySlug.body.id).toUpperCase()}`)
      .set(bearer(app.token));
    expect(byId.body).toEqual(bySlug.body);
  });

  it('responds for the workspace of others exactly as for one that does not exist', async () => {
    const { token } = await makeRobot('admin');
    const bodies = [];
    for (const name of [
      'other',
      'nobody',
      'no%00such',
      '%F0%9F%8E%89',
      '00000000-0000-4000-8000-000000000000',
    ]) {
      const { status, body } = await app.http.get(robots(name)).set(bearer(token));
      expect(status).toBe(404);
      bodies.push({ ...body, instance: '', request_id: '' });
    }
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it('hides a robot of another workspace behind the same 404', async () => {
    const theirs = await makeRobot('viewer', 'other');
    const paths = [`${robots()}/${theirs.id}`, `${robots()}/${theirs.id}/tokens`, `${robots()}/not-a-uuid`];
    for (const path of paths) expect((await app.http.get(path).set(bearer(app.token))).status).toBe(404);
    const revoke = await app.http
      .delete(`${robots()}/${theirs.id}/tokens/${theirs.tokenId}`)
      .set(bearer(app.token));
    expect(revoke.status).toBe(404);
  });

  it('lets only admins manage robots, and everybody of the workspace read it', async () => {
    for (const role of ROLES) {
      const { token } = await makeRobot(role);
      expect((await app.http.get(`/v1/workspaces/${app.workspace}`).set(bearer(token))).status).toBe(200);
      const list = await app.http.get(robots()).set(bearer(token));
      expect(list.status).toBe(role === 'admin' ? 200 : 403);
    }
  });

  it('lets only the operator make a workspace, and says 403 before it reads the body', async () => {
    const { token } = await makeRobot('admin');
    const { status, body } = await app.http.post('/v1/workspaces').set(bearer(token)).send('no json');
    expect([status, body.code]).toEqual([403, 'forbidden']);
  });

  it('refuses a revoked token, an expired one and one of an archived robot at once', async () => {
    const revoked = await makeRobot('viewer');
    const workspace = `/v1/workspaces/${app.workspace}`;
    expect((await app.http.get(workspace).set(bearer(revoked.token))).status).toBe(200);
    const gone = await app.http
      .delete(`${robots()}/${revoked.id}/tokens/${revoked.tokenId}`)
      .set(bearer(app.token));
    expect(gone.status).toBe(204);
    expect((await app.http.get(workspace).set(bearer(revoked.token))).status).toBe(401);

    const archived = await makeRobot('viewer');
    expect((await app.http.delete(`${robots()}/${archived.id}`).set(bearer(app.token))).status).toBe(204);
    expect((await app.http.get(workspace).set(bearer(archived.token))).status).toBe(401);

    const expiring = await makeRobot('viewer', app.workspace, '2999-01-01T00:00:00Z');
    expect((await app.http.get(workspace).set(bearer(expiring.token))).status).toBe(200);
    await app.database.query(`UPDATE tokens SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      expiring.tokenId,
    ]);
    expect((await app.http.get(workspace).set(bearer(expiring.token))).status).toBe(401);
  });

  it('keeps of a token only its hash, and shows it once', async () => {
    const { id, token, tokenId } = await makeRobot('viewer');
    const list = await app.http.get(`${robots()}/${id}/tokens`).set(bearer(app.token));
    expect(list.body).toEqual({
      data: [
        {
          id: tokenId,
          token_suffix: token.slice(-4),
          expires_at: null,
          revoked_at: null,
          created_at: expect.any(String),
        },
      ],
      meta: { next_cursor: null, has_more: false },
    });
    const [kept] = await app.database.query<{ row: string }>(
      'SELECT tokens::text AS row FROM tokens WHERE id = $1',
      [tokenId],
    );
    expect(kept?.row).not.toContain(token.slice(9, 40));
  });

  it('refuses to start with a route that does not say who may call it, inherited ones too', async () => {
    await expect(
      startTestApp({ ROLE: 'api' }, { controllers: [OpenController, DerivedController] }),
    ).rejects.toThrow(
      'These routes do not say who may call them: OpenController.read, DerivedController.inherited.',
    );
  });
});

describe('the rate limit', () => {
  it('returns 429 and when to come back, each token for itself', async () => {
    const app = await startTestApp({ ROLE: 'api', RATE_PER_SECOND: '5' });
    try {
      const read = () =>
        app.http.get(`/v1/workspaces/${app.workspace}`).set('Authorization', `Bearer ${app.token}`);
      const answers = await Promise.all(Array.from({ length: 30 }, read));
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused[0]?.headers['retry-after']).toBe('1');
      expect(refused[0]?.body.code).toBe('rate_limited');
      expect(answers.some(({ status }) => status === 200)).toBe(true);
    } finally {
      await app.stop();
    }
  });
});

describe('a flood of invalid tokens', () => {
  let app: TestApp;
  const invalid = (): string => `ptk_live_${randomBytes(32).toString('hex')}`;
  const ask = (token: string, address = '198.51.100.7') =>
    app.http
      .get(`/v1/workspaces/${app.workspace}`)
      .set({ Authorization: `Bearer ${token}`, 'X-Forwarded-For': address });

  afterEach(() => app.stop());

  it('is refused by address before the database is asked, and valid tokens from there are let in', async () => {
    app = await startTestApp({ ROLE: 'api', INVALID_TOKENS_PER_MINUTE: '20', TRUST_PROXY: 'loopback' });
    await ask(app.token).expect(200);
    const sent = jest.spyOn(Client.prototype, 'query');
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(invalid())));
    const asked = sent.mock.calls.filter(([text]) => text.includes('tokens.sha256'));
    sent.mockRestore();
    expect(asked.length).toBeLessThanOrEqual(30); // what may be sent in the seconds that it takes comes on top
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(170);
    expect([refused[0]?.body.code, Number(refused[0]?.headers['retry-after']) > 0]).toEqual([
      'too_many_invalid_tokens',
      true,
    ]);
    await ask(app.token).expect(200);
    await ask(invalid(), '198.51.100.8').expect(401);
    await ask(app.token, '2001:db8::1').expect(200);
  });

  it('counts the address that connects, whatever a client claims, unless a proxy is trusted', async () => {
    app = await startTestApp({ ROLE: 'api', INVALID_TOKENS_PER_MINUTE: '20' });
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => ask(invalid(), `198.51.100.${n}`)),
    );
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(20);
  });

  it('does not count what has not the form of a token', async () => {
    app = await startTestApp({ ROLE: 'api', INVALID_TOKENS_PER_MINUTE: '2' });
    for (let n = 0; n < 20; n++) await ask('ptk_live_short').expect(401);
    await ask(invalid()).expect(401);
  });
});
