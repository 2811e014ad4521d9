import { request } from 'node:http';
import { Signer } from '../src/auth/signer';
import { eventually } from './support/eventually';
import { bearer, ImportsClient } from './support/imports-client';
import { runCli } from './support/run-cli';
import { startTestApp, type TestApp } from './support/test-app';

describe.each<[string, Record<string, string>]>([
  ['no setting', { HOST: '0.0.0.0' }],
  ['TRUST_PROXY', { HOST: '0.0.0.0', TRUST_PROXY: '1' }],
  ['PUBLIC_URL', { HOST: '0.0.0.0', PUBLIC_URL: 'https://public.example.org/almagest/' }],
])('links with %s', (setting, environment) => {
  let app: TestApp;
  let id: string;

  beforeAll(async () => {
    app = await startTestApp(environment);
    const { body } = await app.http
      .post(`/v1/workspaces/${app.workspace}/exports`)
      .set(bearer(app.token))
      .send({ object_type: 'instruments' })
      .expect(202);
    id = String(body.id);
    await eventually('it ends', async () => (await read({}))['status'] === 'completed');
  });
  afterAll(() => app.stop());

  const path = (rest: string): string => `/v1/workspaces/${app.workspace}/exports${rest}`;

  /** The text of an answer; fetch and supertest would set Host themselves. */
  const ask = (at: string, headers: Record<string, string>): Promise<string> =>
    new Promise((resolve, reject) => {
      const sent = request(`${app.url}${at}`, {
        headers: { ...bearer(app.token), ...headers },
        agent: false,
      });
      sent.once('error', reject).once('response', (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString())).once('end', () => resolve(text));
      });
      sent.end();
    });

  const read = async (headers: Record<string, string>): Promise<Record<string, unknown>> =>
    JSON.parse(await ask(path(`/${id}`), headers)) as Record<string, unknown>;
  const baseOf = async (headers: Record<string, string>): Promise<string> =>
    /^(.*)\/v1\/workspaces\//.exec(String((await read(headers))['download_url']))?.[1] ?? '';

  it('can be followed, and never name the address of all interfaces', async () => {
    expect(String((await read({}))['download_url'])).not.toContain('0.0.0.0');
    if (setting === 'PUBLIC_URL') return expect(await baseOf({})).toBe('https://public.example.org/almagest');
    expect((await fetch(String((await read({}))['download_url']))).status).toBe(200);
  });

  it('name the host that the caller knows', async () => {
    const forwarded = { 'X-Forwarded-Host': 'proxy.example.org', 'X-Forwarded-Proto': 'https' };
    const expected = {
      'no setting': ['http://almagest.test:8080', 'http://almagest.test'],
      TRUST_PROXY: ['http://almagest.test:8080', 'https://proxy.example.org'],
      PUBLIC_URL: Array(2).fill('https://public.example.org/almagest') as string[],
    }[setting];
    expect([
      await baseOf({ Host: 'almagest.test:8080' }),
      await baseOf({ Host: 'almagest.test', ...forwarded }),
    ]).toEqual(expected);
  });

  it.each(['evil.test/path?', 'user@evil.test', 'evil.test:99999x', '"><b', 'a b'])(
    'take no host that is none: %s',
    async (Host) => {
      expect(String((await read({ Host }))['download_url'])).not.toMatch(/evil|user|<b|a b/);
      const more = { Host: 'ok.test', 'X-Forwarded-Host': Host, 'X-Forwarded-Proto': 'javascript' };
      expect(String((await read(more))['download_url'])).toMatch(/^https?:\/\/[a-z0-9.:]+\//);
    },
  );

  it('name the host of one caller to that caller alone, in lists and in streams of one job too', async () => {
    const answers = await Promise.all(
      ['one.test', 'two.test'].flatMap((Host) => [
        ask(path(`/${id}`), { Host }),
        ask(path(''), { Host }),
        ask(path(`/${id}/events`), { Host }),
      ]),
    );
    const [mine, others] =
      setting === 'PUBLIC_URL' ? ['public.example.org', 'test/'] : ['one.test', 'two.test'];
    for (const text of answers.slice(0, 3)) {
      expect(text).toContain(mine);
      expect(text).not.toContain(others);
    }
  });

  it('that are expired or changed say so, by a code of their own', async () => {
    const past = Math.floor(Date.now() / 1_000) - 1;
    const future = past + 60;
    const signer = app.app.get(Signer);
    const wrong: [number, string][] = [
      [past, signer.sign('download', id, past)],
      [future, signer.sign('download', id, past)],
      [future, 'f'.repeat(64)],
    ];
    for (const [expires, signature] of wrong) {
      const answer = await fetch(
        `${app.url}${path(`/${id}/download`)}?expires=${expires}&signature=${signature}`,
      );
      const { code, title, detail } = (await answer.json()) as Record<string, string>;
      expect([answer.status, code]).toEqual([403, 'link_expired']);
      expect([title, detail]).toEqual([
        expect.not.stringMatching(/role/i),
        expect.stringMatching(/expired or was changed.*new link/),
      ]);
    }
  });

  it('are a matter of the doctor where nothing names them', async () => {
    const { out } = await runCli(['doctor'], {
      ...environment,
      DATA_DIR: new ImportsClient(app).settings.dataDir,
      REDIS_URL: 'redis://127.0.0.1:1',
    });
    if (setting === 'no setting')
      expect(out).toMatch(/^warning +settings +HOST is 0\.0\.0\.0.*\n +Set PUBLIC_URL/m);
    else expect(out).toMatch(/^ok +settings/m);
  });
});
