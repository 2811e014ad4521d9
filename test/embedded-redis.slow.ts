import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import Bull from 'bull';
import type { RedisChoice } from '../src/embedded/supervisor-protocol';
import { findRedis } from '../src/embedded/redis-server';
import { findRunAs } from '../src/embedded/server-user';
import { eventually } from './support/eventually';
import { type OwnerProcess, startOwner } from './support/owner-process';
import { findProcessesIn } from './support/server-processes';
import { makeTestFolder } from './support/test-servers';

jest.setTimeout(60_000);

const KINDS: RedisChoice[] = findRedis(findRunAs()) === null ? ['js'] : ['js', 'system'];

describe.each(KINDS)('a private Redis (%s)', (redis) => {
  let dataDir: string;
  let owner: OwnerProcess;
  let queue: Bull.Queue<{ id: number }>;

  beforeAll(async () => {
    dataDir = await makeTestFolder();
    owner = await startOwner({ dataDir, redis, databaseUrl: process.env.ALMAGEST_TEST_DATABASE_URL ?? '' });
  });

  beforeEach(() => {
    queue = new Bull('work', owner.answer.redisUrl, {
      prefix: expect.getState().currentTestName?.replaceAll(/\W/g, '_') ?? '',
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    queue.on('error', () => undefined); // Redis is killed in these tests, and Bull emits an error for each retry
  });

  afterEach(() => queue.close());

  afterAll(async () => {
    await owner.stop();
    expect(existsSync(join(dataDir, 'embedded', 'lock'))).toBe(false);
    await rm(dataDir, { recursive: true });
  });

  it('is the only server that is started when Postgres has a URL', () => {
    expect(owner.answer.databaseUrl).toBe(process.env.ALMAGEST_TEST_DATABASE_URL);
    expect(owner.answer.describe).toEqual([expect.stringContaining('Redis')]);
  });

  it('hands every job of a queue to exactly one of two workers, in order', async () => {
    const done: number[] = [];
    const second = new Bull<{ id: number }>('work', owner.answer.redisUrl, { prefix: readPrefix(queue) });
    const work = async (job: Bull.Job<{ id: number }>): Promise<void> => {
      done.push(job.data.id);
    };
    void queue.process(work);
    void second.process(work);
    for (let id = 0; id < 100; id++) await queue.add({ id });
    await eventually('all jobs are done', () => done.length >= 100);
    expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, id) => id));
    await second.close();
  });

  it('wakes a worker that was waiting on an empty queue', async () => {
    const done: number[] = [];
    void queue.process(async (job) => {
      done.push(job.data.id);
    });
    await queue.isReady();
    await new Promise((resolve) => setTimeout(resolve, 200)); // it blocks in BRPOPLPUSH now
    await queue.add({ id: 7 });
    await eventually('the job is done', () => done.length === 1, 2_000);
  });

  it('runs delayed jobs, and repeats failed ones', async () => {
    const attempts: number[] = [];
    void queue.process(async (job) => {
      attempts.push(job.data.id);
      if (attempts.length === 1) throw new Error('the first attempt fails');
    });
    await queue.add({ id: 1 }, { delay: 100, attempts: 2, backoff: 100 });
    await eventually('the second attempt came', () => attempts.length === 2);
    await eventually('nothing is left', async () => {
      const { waiting, active, delayed, failed } = await queue.getJobCounts();
      return waiting + active + delayed + failed === 0;
    });
  });

  if (redis === 'system') {
    it('comes back at the same address when it is killed, with the jobs of the last second but one', async () => {
      await queue.add({ id: 1 }, { delay: 60_000 });
      await new Promise((resolve) => setTimeout(resolve, 2_000)); // its log is synced every second
      for (const pid of findProcessesIn(join(dataDir, 'embedded', 'redis'))) process.kill(pid, 'SIGKILL');
      await eventually('the job is there again', async () => {
        return (await queue.getDelayedCount().catch(() => 0)) === 1;
      });
    });
  }

  it('listens on the loopback address only, and asks for a password', async () => {
    const url = new URL(owner.answer.redisUrl);
    expect(await say(url.hostname, Number(url.port), 'PING\r\n')).toContain('NOAUTH');
    const others = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    for (const { address, internal, family } of others) {
      if (internal || family !== 'IPv4') continue;
      await expect(say(address, Number(url.port), 'PING\r\n')).rejects.toThrow('ECONNREFUSED');
    }
  });
});

function readPrefix(queue: Bull.Queue): string {
  return queue.toKey('').split(':')[0] ?? '';
}

/** The first answer to a line. */
async function say(host: string, port: number, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port }, () => socket.write(line));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      socket.destroy();
      resolve(chunk.toString());
    });
  });
}
