import { RedisProcess } from '../../test/faults/redis-process';
import { eventually } from '../../test/support/eventually';
import { connectTwice, type SharedRedisGroup } from '../../test/support/shared-redis';
import { createTestRedis } from '../../test/support/test-redis';
import { SharedPermits } from './shared-permits';

describe('permits in Redis', () => {
  let group: SharedRedisGroup;
  let a: SharedPermits;
  let b: SharedPermits;

  const open = async (url: string, prefix: string): Promise<void> => {
    group = await connectTwice(url, prefix);
    const [first, second] = group.connections;
    a = new SharedPermits(first, 'test');
    b = new SharedPermits(second, 'test');
  };
  const takeMany = (key: string, max: number) =>
    Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? a : b).acquire(key, max)));
  afterEach(() => group.close());

  it('are given to no more than the limit in two processes, and again when they are given back', async () => {
    const { url, prefix } = createTestRedis();
    await open(url, prefix);
    const held = (await takeMany('key', 7)).filter((giveBack) => giveBack !== null);
    expect(held).toHaveLength(7);
    expect(await a.acquire('another', 7)).not.toBeNull();
    for (const giveBack of held.slice(0, 3)) {
      giveBack();
      giveBack(); // the second time does nothing
    }
    await eventually('as many are free', async () =>
      (await takeMany('key', 7)).some((each) => each !== null),
    );
    const now = (await takeMany('key', 8)).filter((giveBack) => giveBack !== null);
    expect(now.length).toBeLessThanOrEqual(4);
  });

  it('hold for each process by itself while Redis is down; nothing fails or waits', async () => {
    const redis = await RedisProcess.start();
    try {
      await open(redis.url, 'test');
      await redis.kill();
      const held = (await takeMany('key', 3)).filter((giveBack) => giveBack !== null);
      expect(held).toHaveLength(6);
      for (const giveBack of held) giveBack();
      expect((await takeMany('key', 3)).filter((giveBack) => giveBack !== null)).toHaveLength(6);
    } finally {
      await redis.kill();
    }
  });
});
