import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppProcess, spawnApp, waitUntilUp } from './support/app-process';
import { runCli, startCli } from './support/run-cli';
import { startTestApp, type TestApp } from './support/test-app';
import { createMigratedDatabase, createTestDatabase, type TestDatabase } from './support/test-database';
import { makeTestFolder } from './support/test-servers';

jest.setTimeout(300_000);

const TOKEN = /^ptk_live_[0-9a-f]{64}\n$/;

async function statusOf(url: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token.trim()}` };
  return (await fetch(`${url}/v1/workspaces/default`, { headers })).status;
}

describe('almagest operator-token', () => {
  let app: TestApp;
  let database: TestDatabase;
  let environment: Record<string, string>;
  beforeEach(async () => {
    database = await createMigratedDatabase();
    app = await startTestApp({ DATABASE_URL: database.url, ROLE: 'api' });
    environment = { DATABASE_URL: database.url };
  });
  afterEach(async () => {
    await app.stop();
    await database.drop();
  });

  const almagest = (...args: string[]) => runCli(['operator-token', ...args], environment);

  it('prints a new token alone, which works at once, and revokes the ones before', async () => {
    const { code, out, err } = await almagest();
    expect([code, out, err]).toEqual([
      0,
      expect.stringMatching(TOKEN),
      expect.stringMatching(/Revoked: 1\.\n$/),
    ]);
    expect([await statusOf(app.url, app.token), await statusOf(app.url, out)]).toEqual([401, 200]);
    const again = await almagest();
    expect([await statusOf(app.url, out), await statusOf(app.url, again.out)]).toEqual([401, 200]);
  });

  it('run by several at once leaves one token that works', async () => {
    const tokens = (await Promise.all([almagest(), almagest(), almagest()])).map(({ out }) => out);
    const statuses = await Promise.all(tokens.map((token) => statusOf(app.url, token)));
    expect(statuses.sort()).toEqual([200, 401, 401]);
  });

  it('that nobody can read revokes nothing', async () => {
    const unheard = startCli(['operator-token'], environment);
    unheard.child.stdout?.destroy();
    await unheard.ended;
    expect(await statusOf(app.url, app.token)).toBe(200);
  });

  it('lists the tokens without showing them, and revokes one, but not the last that works', async () => {
    const { out: token } = await almagest();
    const { out: list } = await almagest('--list');
    expect(list).not.toContain('ptk_live_');
    expect(list).toMatch(
      new RegExp(
        `^\\S+ +…${app.token.slice(-4)} +made .* revoked .*\n\\S+ +…${token.trim().slice(-4)} +made .* works\n$`,
      ),
    );
    const [, last = ''] = /^(\S+).*works$/m.exec(list) ?? [];
    const refused = await almagest('--revoke', last);
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/only operator token that works/)]);
    await database.execute(`UPDATE tokens SET revoked_at = NULL WHERE suffix = '${app.token.slice(-4)}'`);
    expect(await almagest('--revoke', last)).toMatchObject({ code: 0 });
    expect([await statusOf(app.url, token), await statusOf(app.url, app.token)]).toEqual([401, 200]);
    expect((await almagest('--revoke', 'nothing')).err).toMatch(/has no token with the id nothing/);
  });

  it('counts as the showing of the first token: the next start shows none', async () => {
    await database.execute(`INSERT INTO secrets (name, value) VALUES ('operator_token_not_shown', '')`);
    await almagest();
    expect(await database.execute(`SELECT FROM secrets WHERE name = 'operator_token_not_shown'`)).toEqual([]);
  });

  it('says what it lacks', async () => {
    const other = await createTestDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'almagest-cli-'));
    const run = (env: Record<string, string>) => runCli(['operator-token'], env);
    const empty = await run({ DATABASE_URL: other.url });
    const refused = await run({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' });
    const nothing = await run({ DATA_DIR: folder });
    expect([empty.code, refused.code, nothing.code]).toEqual([4, 4, 4]);
    expect(empty.err).toMatch(/has no tables of Almagest: start Almagest/);
    expect(refused.err).toMatch(/^DATABASE_URL: nothing listens at 127\.0\.0\.1:1/);
    expect(nothing.err).toMatch(/^DATA_DIR .* contains no private PostgreSQL/);
    await other.drop();
    await rm(folder, { recursive: true });
  });
});

describe('almagest storage reset-identity', () => {
  let database: TestDatabase;
  let dataDir: string;
  beforeEach(async () => {
    database = await createMigratedDatabase();
    dataDir = await makeTestFolder();
    await (await startTestApp({ DATABASE_URL: database.url, ROLE: 'api' })).stop(); // its folder is gone now
  });
  afterEach(async () => {
    await database.drop();
    await rm(dataDir, { recursive: true });
  });

  it('explains first, changes nothing without --yes, and then the start is let through', async () => {
    const environment = { DATABASE_URL: database.url, DATA_DIR: dataDir };
    const start = () => startTestApp({ ...environment, ROLE: 'api' });
    const almagest = (...args: string[]) => runCli(['storage', 'reset-identity', ...args], environment);
    await expect(start()).rejects.toThrow(/run: almagest storage reset-identity$/);

    const looked = await almagest();
    expect([looked.code, looked.out]).toEqual([
      1,
      expect.stringMatching(/^files +0 belong to jobs, 0 of them/m),
    ]);
    expect(looked.err).toMatch(/Nothing has changed yet\..*mount it.*--yes/s);
    await expect(start()).rejects.toThrow('DATA_DIR does not hold the files');

    const done = await almagest('--yes');
    const id = (await readFile(join(dataDir, 'files', '.id'), 'utf8')).trim();
    expect([done.code, done.err]).toEqual([
      0,
      expect.stringContaining(`now belongs to this storage (${id})`),
    ]);
    expect(await almagest()).toMatchObject({ code: 0, err: expect.stringContaining('nothing to do') });
    await (await start()).stop();
  });
});

describe('on a private server, almagest operator-token', () => {
  let dataDir: string;
  let apps: AppProcess[] = [];
  beforeAll(async () => {
    dataDir = await makeTestFolder();
  });
  afterAll(async () => {
    for (const { child } of apps) child.kill('SIGTERM');
    await Promise.all(apps.map(({ ended }) => ended));
    apps = [];
    await rm(dataDir, { recursive: true });
  });

  it('works while the app runs, while it does not, and while it starts', async () => {
    const start = (): AppProcess => {
      const app = spawnApp({ DATA_DIR: dataDir });
      apps.push(app);
      return app;
    };
    const command = () => startCli(['operator-token'], { DATA_DIR: dataDir }).ended;
    const running = start();
    const url = await waitUntilUp(running);
    const [first = ''] = /ptk_live_[0-9a-f]{64}/.exec(running.output()) ?? [];
    const online = await command();
    expect(online).toMatchObject({ code: 0, out: expect.stringMatching(TOKEN) });
    expect([await statusOf(url, first), await statusOf(url, online.out)]).toEqual([401, 200]);

    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    const offline = await command();
    expect(offline).toMatchObject({ code: 0, out: expect.stringMatching(TOKEN) });

    // Whichever of the two has the folder first, the other waits for it.
    const [together, again] = await Promise.all([command(), waitUntilUp(start())]);
    expect(together).toMatchObject({ code: 0, out: expect.stringMatching(TOKEN) });
    const statuses = [online.out, offline.out, together.out].map((token) => statusOf(again, token));
    expect(await Promise.all(statuses)).toEqual([401, 401, 200]);
  });
});
