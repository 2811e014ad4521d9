import { randomBytes } from 'node:crypto';

/**
 * The Redis of this run, and a prefix that no other test file uses: a shared one would steal jobs.
 */
export function createTestRedis(): { url: string; prefix: string } {
  const url = process.env.ALMAGEST_TEST_REDIS_URL;
  if (url === undefined) throw new Error("Jest's global setup has started no Redis.");
  return { url, prefix: `test_${randomBytes(8).toString('hex')}` };
}
