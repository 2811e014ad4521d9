import { rm } from 'node:fs/promises';
import type { ApiClient } from './faults/api-client';
import { compileApp } from './faults/compile-app';
import { setUpWorkspace } from './faults/set-up-workspace';
import { eventually } from './support/eventually';
import { type Host, Hosts } from './support/hosts';
import { findPostgresPrograms, PostgresPair } from './support/postgres-pair';
import { hasRedisServer, RedisSentinels } from './support/redis-sentinels';
import { createMigratedDatabase } from './support/test-database';
import { createTestRedis } from './support/test-redis';
import { makeTestFolder } from './support/test-servers';

jest.setTimeout(900_000);

const WORKSPACE = '/v1/workspaces/failover';
const IMPORTS = 4;
const ROWS = 3_000;
const SHORT = {
  ...{ LEASE_MS: '1000', LEASE_RENEW_MS: '300', RECONCILE_MS: '500', RETRY_MAX_MS: '1000' },
  ...{ BATCH_ROWS: '100', LOG_LEVEL: 'error' },
};
const FINAL = ['completed', 'failed', 'cancelled'];

/** A file with records of its own; every second one stops at the first error, the others do not. */
const fileOf = (n: number): string => {
  const rows = Array.from({ length: ROWS }, (_, row) => `f${n}-${row},F ${n} ${row},equity`);
  return `identifier,name,type_id\n${rows.join('\n')}\n`;
};

describe('a failover while imports and exports run', () => {
  let folder: string;
  let main: string;
  let hosts: Hosts;
  beforeAll(async () => {
    folder = await makeTestFolder();
    main = await compileApp(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const upload = (client: ApiClient, n: number): Promise<string> =>
    client.upload({
      serializationKey: { workspace: 'failover' },
      fields: { resource_type: 'instruments', on_error: n % 2 === 0 ? 'abort' : 'continue' },
      text: fileOf(n),
      name: `file${n}.csv`,
    });

  const startExport = async (client: ApiClient): Promise<string> =>
    String((await client.must('POST', `${WORKSPACE}/exports`, { object_type: 'instruments' })).id);

  async function untilFinal(client: ApiClient, path: string): Promise<Record<string, unknown>> {
    let job: Record<string, unknown> = {};
    const isFinal = async (): Promise<boolean> => {
      job = await client.must('GET', `${WORKSPACE}${path}`);
      return FINAL.includes(String(job.status));
    };
    await eventually(`${path} ends`, isFinal, 300_000);
    return job;
  }

  /** Queues jobs and single writes, calls `fail` in the middle, and checks that nothing is lost or doubled. */
  async function survive(api: Host, fail: () => Promise<void>): Promise<void> {
    const { client } = api;
    await setUpWorkspace(client, 'failover');
    const imports = await Promise.all(Array.from({ length: IMPORTS }, (_, n) => upload(client, n)));
    const exports = [await startExport(client)];
    const acknowledged: string[] = [];
    let writing = true;
    const write = async (): Promise<void> => {
      for (let n = 0; writing; n++) {
        const identifier = `single${n}`;
        const answer = await client.json('POST', `${WORKSPACE}/instruments`, {
          ...{ identifier, name: identifier, type_id: 'equity' },
        });
        if (answer.status === 201) acknowledged.push(identifier);
        else expect([answer.status, answer.body.code]).toEqual([409, 'conflict']); // its first answer was lost
      }
    };
    const written = write();
    await eventually(
      'an import has written rows',
      async () => {
        const first = await client.must('GET', `${WORKSPACE}/imports/${imports[0]}`);
        const second = await client.must('GET', `${WORKSPACE}/imports/${imports[1]}`);
        return first.status === 'processing' || Number(second.processed_count) > 0;
      },
      120_000,
    );
    await fail();
    exports.push(await startExport(client));
    for (const id of imports) {
      const job = await untilFinal(client, `/imports/${id}`);
      expect([job.status, job.errors]).toEqual(['completed', []]);
      expect([job.row_count, job.created_count, job.updated_count]).toEqual([ROWS, ROWS, 0]);
    }
    for (const id of exports) expect((await untilFinal(client, `/exports/${id}`)).status).toBe('completed');
    writing = false;
    await written;
    expect(acknowledged.length).toBeGreaterThan(0);
    const countOf = async (filter: object): Promise<unknown> =>
      (await client.must('POST', `${WORKSPACE}/instruments/count`, { filter })).count;
    for (let n = 0; n < IMPORTS; n++) {
      const like = { and: [{ field: 'identifier', op: 'like', value: `f${n}-` }] };
      expect(await countOf(like)).toBe(ROWS);
    }
    for (const identifier of acknowledged) await client.must('GET', `${WORKSPACE}/instruments/${identifier}`);
  }

  it('of PostgreSQL loses and doubles no row, and ends every job', async () => {
    const programs = findPostgresPrograms();
    if (programs === null) {
      process.stdout.write('Not tried: this machine has no PostgreSQL with pg_basebackup.\n');
      return;
    }
    const pair = await PostgresPair.start(programs);
    const { url, prefix } = createTestRedis();
    try {
      const servers = { DATABASE_URL: pair.url, REDIS_URL: url, REDIS_PREFIX: prefix };
      hosts = await Hosts.prepare(main, { ...servers, ...SHORT });
      const api = await hosts.start('api');
      await hosts.start('worker');
      let tookMs = 0;
      await survive(api, async () => {
        const start = Date.now();
        await pair.killPrimary();
        await pair.promote();
        await eventually('requests succeed', async () => {
          const { status } = await api.once('GET', WORKSPACE);
          expect([200, 503]).toContain(status);
          return status === 200;
        });
        tookMs = Date.now() - start;
      });
      process.stdout.write(`PostgreSQL: kill, promotion and first answer took ${tookMs} ms.\n`);
    } finally {
      await hosts.stop();
      await pair.stop();
    }
  });

  it('of Redis through Sentinel loses and doubles no row, and ends every job', async () => {
    if (!hasRedisServer()) {
      process.stdout.write('Not tried: this machine has no redis-server.\n');
      return;
    }
    const redis = await RedisSentinels.start();
    const database = await createMigratedDatabase();
    try {
      const servers = { DATABASE_URL: database.url, REDIS_URL: redis.url };
      hosts = await Hosts.prepare(main, { ...servers, ...SHORT });
      const api = await hosts.start('api');
      await hosts.start('worker');
      const readiness = async (): Promise<unknown> => (await api.once('GET', '/health/ready')).body.redis;
      await eventually('Redis is found', async () => (await readiness()) === 'up');
      await survive(api, async () => {
        await redis.killMaster();
        await eventually('the new master is used', async () => (await readiness()) === 'up');
      });
    } finally {
      await hosts.stop();
      await redis.stop();
      await database.drop();
    }
  });
});
