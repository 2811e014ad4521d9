import { RedisProcess } from '../../test/faults/redis-process';
import { eventually } from '../../test/support/eventually';
import { connectTwice, type SharedRedisGroup } from '../../test/support/shared-redis';
import { createTestRedis } from '../../test/support/test-redis';
import { SharedBuckets } from './shared-buckets';

const DAY_MS = 86_400_000;
const admitted = (answers: readonly number[]): number => answers.filter((seconds) => seconds === 0).length;

describe('token buckets in Redis', () => {
  let group: SharedRedisGroup;
  let a: SharedBuckets;
  let b: SharedBuckets;

  const open = async (url: string, prefix: string, capacity: number): Promise<void> => {
    group = await connectTwice(url, prefix);
    const [first, second] = group.connections;
    a = new SharedBuckets(first, 'test', capacity, DAY_MS);
    b = new SharedBuckets(second, 'test', capacity, DAY_MS);
  };
  afterEach(() => group.close());

  it('let no more in than the limit, however many come at once to two processes', async () => {
    const { url, prefix } = createTestRedis();
    await open(url, prefix, 50);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => (n % 2 === 0 ? a : b).take('key')),
    );
    expect(admitted(answers)).toBe(50);
    const refused = answers.filter((seconds) => seconds > 0);
    expect(Math.max(...refused)).toBeLessThanOrEqual(DAY_MS / 1_000 / 50);
    expect(Math.min(...refused)).toBeGreaterThan(DAY_MS / 1_000 / 50 - 60);
    expect(await a.take('another')).toBe(0);
  });

  it('take back in one process what was taken in another', async () => {
    const { url, prefix } = createTestRedis();
    await open(url, prefix, 1);
    expect(await a.take('key')).toBe(0);
    expect(await b.take('key')).toBeGreaterThan(0);
    b.giveBack('key');
    b.giveBack('key');
    expect(await a.take('key')).toBe(0);
    expect(await a.take('key')).toBeGreaterThan(0);
  });

  it('hold for each process by itself while Redis is stopped or hangs, and together again afterwards', async () => {
    const redis = await RedisProcess.start();
    try {
      await open(redis.url, 'test', 5);
      await redis.kill();
      const down = await Promise.all(
        Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? a : b).take('down')),
      );
      expect(admitted(down)).toBe(10);
      await redis.start();
      await eventually('the limit is shared again', async () => {
        const key = `up${Math.random()}`;
        for (let n = 0; n < 5; n++) await a.take(key);
        return (await b.take(key)) > 0;
      });
      redis.freeze();
      const frozen = await Promise.all(
        Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? a : b).take('frozen')),
      );
      expect(admitted(frozen)).toBe(10);
    } finally {
      redis.thaw();
      await redis.kill();
    }
  });
});
