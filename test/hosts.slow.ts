import { rm } from 'node:fs/promises';
import { compileApp } from './faults/compile-app';
import { RedisProcess } from './faults/redis-process';
import { setUpWorkspace } from './faults/set-up-workspace';
import { eventually } from './support/eventually';
import { type Host, Hosts } from './support/hosts';
import { TableLock } from './support/table-lock';
import { createMigratedDatabase, type TestDatabase } from './support/test-database';
import { makeTestFolder } from './support/test-servers';

jest.setTimeout(600_000);

const WORKSPACE = '/v1/workspaces/hosts';
const FILE = `identifier,name,type_id\n${Array.from({ length: 500 }, (_, n) => `h${n},H ${n},equity`).join('\n')}\n`;
const LIMITS = {
  RATE_PER_SECOND: '200',
  INVALID_TOKENS_PER_MINUTE: '20',
  EVENT_STREAMS_PER_TOKEN: '3',
  WORKSPACE_CONNECTIONS_TOTAL: '2',
  LOCK_TIMEOUT_MS: '60000', // a slow machine is no failure
  CONNECTION_WAIT_MS: '60000',
};

/** A stream of events that stays open. */
interface Listener {
  status: number;
  text: () => string;
  leave: () => void;
}

describe('two API hosts and a worker host with folders of their own', () => {
  let folder: string;
  let database: TestDatabase;
  let redis: RedisProcess;
  let hosts: Hosts;
  let a: Host;
  let b: Host;

  beforeAll(async () => {
    folder = await makeTestFolder();
    database = await createMigratedDatabase();
    redis = await RedisProcess.start();
    const servers = { DATABASE_URL: database.url, REDIS_URL: redis.url };
    hosts = await Hosts.prepare(await compileApp(folder), { ...servers, ...LIMITS, RECONCILE_MS: '500' });
    a = await hosts.start('api');
    b = await hosts.start('api');
    await setUpWorkspace(a.client, 'hosts');
  });
  afterAll(async () => {
    await hosts.stop();
    await redis.kill();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function listen(host: Host, path: string): Promise<Listener> {
    const controller = new AbortController();
    const headers = { Authorization: `Bearer ${hosts.token}` };
    const response = await fetch(`${host.url}${WORKSPACE}${path}`, { headers, signal: controller.signal });
    let text = '';
    const read = async (): Promise<void> => {
      for await (const chunk of response.body ?? []) text += Buffer.from(chunk as Uint8Array).toString();
    };
    const reading = read().catch((error: unknown) => {
      if (!controller.signal.aborted) throw error;
    });
    if (response.status !== 200) await reading;
    return { status: response.status, text: () => text, leave: () => controller.abort() };
  }

  const upload = (host: Host): Promise<string> =>
    host.client.upload({
      serializationKey: { workspace: 'hosts' },
      fields: { resource_type: 'instruments' },
      text: FILE,
      name: 'hosts.csv',
    });

  it('take an upload on one, work on it on another, report it on both, and serve the export on a third', async () => {
    const id = await upload(a);
    const [onA, onB] = [await listen(a, `/imports/${id}/events`), await listen(b, `/imports/${id}/events`)];
    await eventually('both hosts say that it waits', () =>
      [onA, onB].every(({ text }) => text().includes('"queued"')),
    );
    const worker = await hosts.start('worker');
    await eventually('both hosts report the end', () =>
      [onA, onB].every(({ text }) => text().includes('"completed"')),
    );
    const job = await b.client.must('GET', `${WORKSPACE}/imports/${id}`);
    expect([job.status, job.created_count]).toEqual(['completed', 500]);
    const made = await a.client.must('POST', `${WORKSPACE}/exports`, { object_type: 'instruments' });
    const path = `${WORKSPACE}/exports/${String(made.id)}`;
    await eventually('the export is done', async () => {
      return (await b.client.must('GET', path)).status === 'completed';
    });
    const [fromA, fromB] = await Promise.all([a, b].map((host) => host.once('GET', `${path}/download`)));
    expect(fromB?.status).toBe(200);
    expect(String(fromB?.body.text)).toContain('h499,H 499');
    expect(fromB).toEqual(fromA);
    worker.child.kill('SIGKILL'); // later jobs stay queued
    await worker.ended;
  });

  it('accept a session of the operator on each of them', async () => {
    const opened = await fetch(`${a.url}/admin/session`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${hosts.token}` },
    });
    expect(opened.status).toBe(201);
    const cookie = (opened.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
    const page = async (host: Host, path = ''): Promise<number> =>
      (await fetch(`${host.url}/admin/queues${path}`, { headers: { cookie } })).status;
    expect([await page(a), await page(b), await page(b, '/api/queues')]).toEqual([200, 200, 200]);
    await redis.kill();
    expect([await page(a), await page(b), await page(b, '/api/queues')]).toEqual([200, 200, 503]);
    await redis.start();
    await eventually('the board is back', async () => (await page(b, '/api/queues')) === 200);
  });

  const flood = async (count: number): Promise<number[]> => {
    const send = (_: unknown, n: number) =>
      (n % 2 === 0 ? a : b).once('GET', WORKSPACE, { Authorization: `Bearer ptk_live_${randomHex()}` });
    const answers = await Promise.all(Array.from({ length: count }, send));
    return answers.map(({ status }) => status);
  };
  const randomHex = (): string =>
    Array.from({ length: 64 }, () => Math.floor(Math.random() * 16).toString(16)).join('');
  const opened = async (id: string): Promise<Listener[]> =>
    Promise.all(Array.from({ length: 10 }, (_, n) => listen(n % 2 === 0 ? a : b, `/exports/${id}/events`)));

  it('count event streams and invalid tokens together; while Redis is stopped, each by itself', async () => {
    const made = await a.client.must('POST', `${WORKSPACE}/exports`, { object_type: 'instruments' });
    const id = String(made.id);
    const streams = await opened(id);
    expect(streams.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(streams.filter(({ status }) => status === 429)).toHaveLength(7);
    for (const { leave } of streams) leave();
    const statuses = await flood(60);
    const asked = statuses.filter((status) => status === 401).length;
    expect(statuses.every((status) => status === 401 || status === 429)).toBe(true);
    expect(asked).toBeGreaterThanOrEqual(20);
    expect(asked).toBeLessThan(30); // those that become free in the seconds that it takes come on top

    await redis.kill();
    const alone = await opened(id);
    expect(alone.filter(({ status }) => status === 200)).toHaveLength(6);
    for (const { leave } of alone) leave();
    const statusesAlone = await flood(100);
    expect(statusesAlone.every((status) => status === 401 || status === 429)).toBe(true);
    expect(statusesAlone.filter((status) => status === 401).length).toBeGreaterThanOrEqual(40);
    expect((await a.once('GET', WORKSPACE)).status).toBe(200);
    await redis.start();
  });

  it('limit the connections of a workspace together', async () => {
    await eventually('Redis is back', async () => {
      return (await a.client.must('GET', '/health/ready')).redis === 'up';
    });
    const ofRequests = `SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const lock = new TableLock(database.url, 'instruments');
    await lock.take();
    const most: number[] = [];
    try {
      const patches = Array.from({ length: 12 }, (_, n) =>
        fetch(`${(n % 2 === 0 ? a : b).url}${WORKSPACE}/instruments/h${n}`, {
          method: 'PATCH',
          headers: { Authorization: `Bearer ${hosts.token}`, 'Content-Type': 'application/json' },
          body: JSON.stringify({ name: `changed ${n}` }),
        }).then(({ status }) => status),
      );
      for (let n = 0; n < 20; n++) {
        const [row] = (await database.execute(ofRequests)) as { count: number }[];
        most.push(row?.count ?? 0);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await lock.release();
      const statuses = await Promise.all(patches);
      expect(statuses.every((status) => status === 200)).toBe(true);
    } finally {
      await lock.release();
    }
    expect(Math.max(...most)).toBeLessThanOrEqual(2);
    expect(Math.max(...most)).toBeGreaterThan(0);
  });
});
