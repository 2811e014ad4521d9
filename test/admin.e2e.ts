import request from 'supertest';
import { AdminSessions } from '../src/admin/admin-sessions';
import { ConsolePage } from './support/console-page';
import { describeBrowser } from './support/describe-browser';
import { bearer, ImportsClient } from './support/imports-client';
import { startTestApp, type TestApp } from './support/test-app';

describe('The pages of the operator', () => {
  let app: TestApp;
  let client: ImportsClient;

  beforeAll(async () => {
    app = await startTestApp();
    client = new ImportsClient(app);
  });
  afterAll(() => app.stop());

  /** A client without a jar of cookies: each request has those that it is given. */
  const http = () => request(app.url);

  /** The cookie of a new session, as a browser would send it back. */
  async function signIn(token = app.token): Promise<string> {
    const answer = await http().post('/admin/session').set(bearer(token)).expect(201);
    const [cookie = ''] = answer.get('Set-Cookie') ?? [];
    expect(cookie).toMatch(/; Path=\/admin; Max-Age=1800; HttpOnly; SameSite=Strict$/);
    expect(Date.parse(answer.body.expires_at)).toBeGreaterThan(Date.now());
    return cookie.split(';', 1)[0] ?? '';
  }

  it('are closed without a session, and say how they are opened', async () => {
    for (const path of [
      '/admin/queues',
      '/admin/queues/',
      '/admin/queues/api/queues',
      '/admin/queues/static/x.js',
    ]) {
      const { status, body } = await http().get(path);
      expect([path, status, body.code]).toEqual([path, 401, 'unauthorized']);
      expect(body.detail).toContain('POST /admin/session');
    }
  });

  it('are not opened by a bearer token, the operator token included', async () => {
    await http().get('/admin/queues').set(bearer(app.token)).expect(401);
  });

  it.each(['viewer', 'member', 'editor', 'admin'] as const)(
    'give no session to a token of a %s',
    async (role) => {
      const answer = await http()
        .post('/admin/session')
        .set(bearer(await client.token(role)));
      expect([answer.status, answer.body.code, answer.get('Set-Cookie')]).toEqual([
        403,
        'forbidden',
        undefined,
      ]);
    },
  );

  it('give no session without a token, as a page of another site would ask', async () => {
    await http().post('/admin/session').set('Origin', 'https://evil.example').expect(401);
    await http()
      .post('/admin/session')
      .set('Cookie', await signIn())
      .expect(401);
  });

  it('show the queues to the operator, and ask nothing of another host', async () => {
    const cookie = await signIn();
    const page = await http().get('/admin/queues').set('Cookie', cookie).expect(200);
    expect(page.text).toContain('<base href="/admin/queues/"');
    expect(page.text).not.toMatch(/(?:src|href)="https?:/);
    const policy = page.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("base-uri 'self'"); // without it the browser finds none of the page's scripts
    const [script] = /static\/js\/main[^"]*\.js/.exec(page.text) ?? [];
    await http().get(`/admin/queues/${script}`).set('Cookie', cookie).expect(200);
    const { body } = await http().get('/admin/queues/api/queues').set('Cookie', cookie).expect(200);
    const queues = (body.queues as { name: string; readOnlyMode: boolean }[]).map((queue) => [
      queue.name,
      queue.readOnlyMode,
    ]);
    expect(queues.sort()).toEqual([
      ['exports', true],
      ['imports', true],
    ]);
  });

  it('change nothing, whoever asks', async () => {
    const cookie = await signIn();
    const pause = await http().put('/admin/queues/api/queues/imports/pause').set('Cookie', cookie);
    expect([pause.status, pause.body.code, pause.get('Allow')]).toEqual([
      405,
      'method_not_allowed',
      'GET, HEAD',
    ]);
    const forged = await http()
      .post('/admin/queues/api/queues/imports/add')
      .set('Cookie', cookie)
      .send({ data: {} });
    expect(forged.status).toBe(405);
  });

  it('have a session that opens nothing under /v1', async () => {
    const cookie = await signIn();
    await http().get(`/v1/workspaces/${app.workspace}/imports`).set('Cookie', cookie).expect(401);
    await http().post('/v1/workspaces').set('Cookie', cookie).send({ slug: 'x', name: 'X' }).expect(401);
  });

  it('refuse a session that is forged, changed or over', async () => {
    const [name = '', value = ''] = (await signIn()).split('=');
    const [token = '', expires = '', signature = ''] = value.split('.');
    const [row] = await app.database.everywhere.query<{ id: string }>(`SELECT id FROM tokens LIMIT 1`);
    const over = app.app.get(AdminSessions).open(row?.id ?? '', Math.floor(Date.now() / 1_000) - 1);
    const forged = [
      over,
      `${token}.${Number(expires) + 60}.${signature}`,
      `${token}.${expires}.${'0'.repeat(64)}`,
      `00000000-0000-4000-8000-000000000000.${expires}.${signature}`,
      '',
    ];
    for (const each of forged) await http().get('/admin/queues').set('Cookie', `${name}=${each}`).expect(401);
  });

  describeBrowser('the board in a browser', (open) => {
    it('opens behind a session, shows the queues, and asks nothing of another host', async () => {
      const { page, context, complaints, strangers } = await ConsolePage.open(open(), app);
      await page.goto('/docs');
      const openSession = (token: string): Promise<number> =>
        fetch('/admin/session', { method: 'POST', headers: { Authorization: `Bearer ${token}` } }).then(
          ({ status }) => status,
        );
      expect(await page.evaluate(openSession, app.token)).toBe(201);
      await page.goto('/admin/queues');
      for (const name of ['imports', 'exports']) await page.getByRole('link', { name }).first().waitFor();
      await page.goto('/admin/queues/queue/imports');
      await page.getByText('No latest jobs in this queue').waitFor();
      expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
      await context.close();
    });
  });

  it('close at once when the token that opened them is revoked', async () => {
    const cookie = await signIn();
    await http().get('/admin/queues').set('Cookie', cookie).expect(200);
    await app.database.everywhere.query(`UPDATE tokens SET revoked_at = now()`);
    await http().get('/admin/queues').set('Cookie', cookie).expect(401);
  });
});
