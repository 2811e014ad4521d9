import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from './support/eventually';
import { SlowController } from './support/slow-controller';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

const LONG_MS = 60_000;
const ENV = {
  REQUEST_POOL_SIZE: '3',
  WORKSPACE_CONNECTIONS: '2',
  CONNECTION_WAIT_MS: '3000',
  RATE_PER_SECOND: '1000000',
};
const INSTRUMENTS = 'identifier,name,type_id\na,A,equity\nb,B,equity\n';

/** What an answer says of a problem. */
interface Refusal {
  status: number;
  code: string | undefined;
  retryAfter: string | null;
}

describe('The statements of requests', () => {
  let app: TestApp;
  let other: WorkspaceClient;

  async function start(env: Record<string, string> = {}): Promise<void> {
    app = await startTestApp({ ...ENV, ...env }, { controllers: [SlowController] });
    other = await WorkspaceClient.create(app, 'other');
    await other.post('/instrument-types', { identifier: 'equity', name: 'Equity' });
  }
  afterEach(() => app.stop());

  async function slow(path: string, signal?: AbortSignal): Promise<Refusal> {
    const response = await fetch(`${app.url}/v1/workspaces/${app.workspace}/slow/${path}`, {
      headers: { Authorization: `Bearer ${app.token}` },
      ...(signal && { signal }),
    });
    const { code } = (await response.json()) as { code?: string };
    return { status: response.status, code, retryAfter: response.headers.get('Retry-After') };
  }

  const countSleeping = async (): Promise<number> => {
    const [row] = await app.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep(%'`,
    );
    return row?.count ?? 0;
  };
  const sleeping = (count: number): Promise<void> =>
    eventually(`${count} statements sleep`, async () => (await countSleeping()) === count);

  it('of one workspace use their connections and not one more, and nothing of another workspace waits for them', async () => {
    await start();
    const clients = new AbortController();
    const gone = Symbol('gone');
    const answers = Array.from({ length: 30 }, () => slow(String(LONG_MS), clients.signal).catch(() => gone));
    await sleeping(2);
    expect(await other.import({ file: INSTRUMENTS, resource_type: 'instruments' })).toMatchObject({
      status: 'completed',
      created_count: 2,
    });
    expect(await other.get('/instruments/a')).toMatchObject({ identifier: 'a' });
    const ready = await app.http.get('/health/ready');
    expect([ready.status, ready.body]).toMatchObject([200, { database: 'up' }]);
    expect(await countSleeping()).toBe(2);
    const refused = new Promise<void>((resolve) => {
      let left = 28;
      for (const answer of answers) void answer.then((one) => one !== gone && --left === 0 && resolve());
    });
    await refused;
    clients.abort();
    const all = await Promise.all(answers);
    expect(all.filter((one) => one === gone)).toHaveLength(2);
    expect(all.filter((one) => one !== gone)).toEqual(
      Array.from({ length: 28 }, () => ({ status: 429, code: 'too_many_statements', retryAfter: '1' })),
    );
    await sleeping(0);
  });

  it('are cancelled after their time, with a problem of their own, and the next one has its own time', async () => {
    await start({ STATEMENT_TIMEOUT_MS: '300' });
    expect(await slow(String(LONG_MS))).toEqual({ status: 503, code: 'statement_timeout', retryAfter: null });
    expect(await slow(`write/${LONG_MS}`)).toMatchObject({ status: 503, code: 'statement_timeout' });
    expect(await countSleeping()).toBe(0);
    expect(await slow('1')).toMatchObject({ status: 200 });
    expect(await slow('write/1')).toMatchObject({ status: 200 }); // the first one was rolled back
  });

  it('are cancelled in Postgres when their client is gone, and their transaction is rolled back', async () => {
    await start();
    for (const path of [String(LONG_MS), `write/${LONG_MS}`]) {
      const client = new AbortController();
      const answer = slow(path, client.signal).catch(() => 'gone');
      await sleeping(1);
      client.abort();
      expect(await answer).toBe('gone');
      await sleeping(0);
    }
    expect(await slow('write/1')).toMatchObject({ status: 200 });
  });

  it('of a client that is gone are not begun, although they waited for a connection', async () => {
    await start({ CONNECTION_WAIT_MS: '60000' });
    const first = new AbortController();
    const waiting = new AbortController();
    const answers = [
      ...Array.from({ length: 2 }, () => slow(String(LONG_MS), first.signal)),
      ...Array.from({ length: 5 }, () => slow(String(LONG_MS), waiting.signal)),
    ].map((answer) => answer.catch(() => 'gone'));
    await sleeping(2);
    await pause(200); // the others are behind the check of their token
    waiting.abort();
    await Promise.all(answers.slice(2));
    await pause(100);
    first.abort();
    await sleeping(0);
    expect(await slow('1')).toMatchObject({ status: 200 });
    expect(await countSleeping()).toBe(0);
  });

  it('on a connection whose statement was cancelled are never cancelled in its place', async () => {
    await start({ WORKSPACE_CONNECTIONS: '1', CONNECTION_WAIT_MS: '60000' });
    for (let round = 0; round < 60; round++) {
      const client = new AbortController();
      const cancelled = slow('10', client.signal).catch(() => 'gone');
      const next = Array.from({ length: 3 }, () => slow('3'));
      await pause(5 + (round % 20)); // about when the statement ends by itself
      client.abort();
      await cancelled;
      expect((await Promise.all(next)).map(({ status }) => status)).toEqual([200, 200, 200]);
    }
  });
});
