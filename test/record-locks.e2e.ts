import type { SqlSession } from '../src/database/sql';
import { startTestApp, type TestApp } from './support/test-app';
import { WorkspaceClient } from './support/workspace-client';

const PATCHES = 24;

/** One request and what became of it. */
interface Answer {
  status: number;
  code: string | undefined;
  retryAfter: number;
}

describe('A record that another transaction has locked', () => {
  let app: TestApp;
  let client: WorkspaceClient;
  let other: WorkspaceClient;

  async function start(lockTimeoutMs: number): Promise<void> {
    app = await startTestApp({
      REQUEST_POOL_SIZE: '3',
      WORKSPACE_CONNECTIONS: '2',
      CONNECTION_WAIT_MS: '60000',
      LOCK_TIMEOUT_MS: String(lockTimeoutMs),
      RATE_PER_SECOND: '1000000',
    });
    client = new WorkspaceClient(app, app.token, app.workspace);
    other = await WorkspaceClient.create(app, 'other');
    for (const one of [client, other]) {
      await one.post('/instrument-types', { identifier: 'equity', name: 'Equity' });
      await one.import({
        file: 'identifier,name,type_id\nlocked,L,equity\nfree,F,equity\n',
        resource_type: 'instruments',
      });
    }
  }
  afterEach(() => app.stop());

  /** Runs `work` while the row is locked, as a long import locks the rows that it has updated. */
  async function whileLocked<T>(work: (session: SqlSession) => Promise<T>): Promise<T> {
    return app.database.session('almagest:test:lock', (session) =>
      session.transaction('READ COMMITTED', async (tx) => {
        const locked = await tx.query(
          `UPDATE instruments SET updated_at = instruments.updated_at FROM workspaces w
           WHERE instruments.workspace_id = w.id AND w.slug = $1 AND identifier = 'locked' RETURNING 1`,
          [app.workspace],
        );
        expect(locked).toHaveLength(1);
        return work(session);
      }),
    );
  }

  async function send(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${app.url}/v1/workspaces/${app.workspace}${path}`, {
      method,
      headers: { Authorization: `Bearer ${app.token}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const { code } = (text === '' ? {} : JSON.parse(text)) as { code?: string };
    return { status: response.status, code, retryAfter: Number(response.headers.get('Retry-After')) };
  }
  const patchLocked = (): Promise<Answer> => send('PATCH', '/instruments/locked', { name: 'New' });

  it('is answered as locked, and however many wait for it, every other request goes through', async () => {
    await start(4_000);
    const waiting = await whileLocked(async () => {
      let open = PATCHES;
      const patches = Array.from({ length: PATCHES }, () => patchLocked().finally(() => open--));
      const others = await Promise.all([
        send('PATCH', '/instruments/free', { name: 'New' }),
        send('GET', '/instruments/locked'),
        send('POST', '/instruments', { identifier: 'new', name: 'N', type_id: 'equity' }),
      ]);
      expect(others.map(({ status }) => status)).toEqual([200, 200, 201]);
      await other.request('PATCH', '/instruments/locked', { name: 'New' });
      const ready = await app.http.get('/health/ready');
      expect([ready.status, ready.body]).toMatchObject([200, { database: 'up' }]);
      expect(open).toBe(PATCHES); // all of this happened while they waited
      return Promise.all(patches);
    });
    const locked = { status: 409, code: 'record_locked', retryAfter: 5 };
    expect(waiting).toEqual(Array.from({ length: PATCHES }, () => locked));
    expect((await patchLocked()).status).toBe(200);
  });

  it('is changed by those that still wait when it becomes free', async () => {
    await start(60_000);
    const patches: Promise<Answer>[] = [];
    await whileLocked(async () => {
      patches.push(...Array.from({ length: PATCHES }, patchLocked));
      expect((await send('GET', '/instruments/free')).status).toBe(200);
    });
    expect((await Promise.all(patches)).map(({ status }) => status)).toEqual(
      Array.from({ length: PATCHES }, () => 200),
    );
  });

  it.each([
    ['is archived', 'DELETE', '/instruments/locked', undefined],
    ['is removed', 'DELETE', '/instruments/locked?hard=true', undefined],
    ['is created again', 'POST', '/instruments', { identifier: 'taken', name: 'T', type_id: 'equity' }],
    ['has a type that is changed', 'PATCH', '/instrument-types/equity', { name: 'New' }],
  ])('is answered as locked when it %s', async (_, method, path, body) => {
    await start(200);
    const answer = await whileLocked(async (session) => {
      await session.query(`UPDATE instrument_types SET name = name`);
      await session.query(
        `INSERT INTO instruments (workspace_id, identifier, name, type_id)
         SELECT workspace_id, 'taken', 'T', id FROM instrument_types`,
      );
      return send(method, path, body);
    });
    expect(answer).toEqual({ status: 409, code: 'record_locked', retryAfter: 5 });
  });
});
