import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { type AppProcess, spawnApp, waitUntilUp } from './support/app-process';
import { eventually } from './support/eventually';
import { findProcessesIn } from './support/server-processes';
import { createTestDatabase, type TestDatabase } from './support/test-database';
import { makeTestFolder } from './support/test-servers';

jest.setTimeout(120_000);

const TOKEN = /ptk_live_[0-9a-f]{64}/;

let dataDir: string;
let apps: AppProcess[] = [];

function start(environment: Record<string, string> = {}): AppProcess {
  const app = spawnApp({ DATA_DIR: dataDir, ...environment });
  apps.push(app);
  return app;
}

const nothingIsLeft = (): Promise<void> =>
  eventually('the private servers ended', () => {
    const home = join(dataDir, 'embedded');
    return findProcessesIn(home).length === 0 && !existsSync(join(home, 'lock'));
  });

describe('the start on a machine without Postgres and Redis', () => {
  beforeAll(async () => {
    dataDir = await makeTestFolder();
  });

  afterEach(async () => {
    for (const { child } of apps) child.kill('SIGKILL');
    apps = [];
    await nothingIsLeft();
  });

  afterAll(() => rm(dataDir, { recursive: true }));

  it('says where the docs are and shows a token that works; SIGTERM ends all with 0', async () => {
    const app = start();
    const url = await waitUntilUp(app);
    const [token] = TOKEN.exec(app.output()) ?? [];
    const answers = await Promise.all([
      fetch(`${url}/docs`),
      fetch(`${url}/health/ready`),
      fetch(`${url}/v1/workspaces/default`, { headers: { authorization: `Bearer ${token}` } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    app.child.kill('SIGTERM');
    expect(await app.ended).toBe(0);
    expect(findProcessesIn(join(dataDir, 'embedded'))).toEqual([]);
  });

  it('shows no token the next time; Ctrl-C ends all with 0', async () => {
    const app = start();
    await waitUntilUp(app);
    expect(app.output()).not.toMatch(TOKEN);
    app.child.kill('SIGINT');
    expect(await app.ended).toBe(0);
  });

  it('works again after kill -9', async () => {
    const killed = start();
    await waitUntilUp(killed);
    killed.child.kill('SIGKILL');
    await waitUntilUp(start());
  });

  it('of a worker serves its health and nothing else', async () => {
    const url = await waitUntilUp(start({ ROLE: 'worker' }));
    const paths = ['/health/live', '/health/ready', '/metrics', '/docs', '/v1/workspaces/default'];
    const answers = await Promise.all(paths.map((path) => fetch(`${url}${path}`)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 404]);
  });

  it("says of a BOOTSTRAP_TOKEN that is not the operator's that it does not count", async () => {
    const app = start({ BOOTSTRAP_TOKEN: `ptk_live_${'0'.repeat(64)}` });
    await waitUntilUp(app);
    const warnings = app.output().match(/^\{.*BOOTSTRAP_TOKEN is set, but it is not a valid token .*\}$/gm);
    expect(warnings).toHaveLength(1);
  });

  it('that fails ends with 1 and leaves nothing running', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const app = start({ PORT: String((taken.address() as AddressInfo).port) });
    expect(await app.ended).toBe(1);
    await nothingIsLeft();
    taken.close();
  });
});

describe('the first start', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    dataDir = await makeTestFolder();
    database = await createTestDatabase();
  });
  afterEach(async () => {
    for (const { child } of apps) child.kill('SIGKILL');
    await Promise.all(apps.map(({ ended }) => ended));
    apps = [];
    await database.drop();
    await rm(dataDir, { recursive: true });
  });

  const begin = (): AppProcess =>
    start({ DATABASE_URL: database.url, REDIS_URL: process.env.ALMAGEST_TEST_REDIS_URL ?? '' });

  async function expectShownToken(app: AppProcess): Promise<void> {
    const url = await waitUntilUp(app);
    const [token] = TOKEN.exec(app.output()) ?? [];
    const { status } = await fetch(`${url}/v1/workspaces/default`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([token, status]).toEqual([expect.stringMatching(TOKEN), 200]);
  }

  it('that is killed once there is an operator leaves it to the next to show a token', async () => {
    const killed = begin();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await eventually('there is an operator', async () => {
      const rows = await client.query('SELECT FROM robots WHERE is_operator').catch(() => ({ rowCount: 0 }));
      return rows.rowCount === 1;
    });
    killed.child.kill('SIGKILL');
    await client.end();
    await expectShownToken(begin());
  });

  it('whose output nobody can read fails in a sentence, and leaves it to the next to show a token', async () => {
    const unheard = begin();
    unheard.child.stdout?.destroy();
    expect(await unheard.ended).toBe(1);
    expect(unheard.errors()).toContain('Standard output cannot be written');
    await expectShownToken(begin());
  });
});
