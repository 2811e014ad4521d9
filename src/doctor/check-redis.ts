import type { Settings } from '../config/settings';
import { connectRedis } from '../redis/connect-redis';
import { within } from '../redis/within';
import { fault, type Finding, ok, warning } from './finding';

const NAME = 'Redis';
const RESPONSE_MS = 5_000;

/** Checks that Redis responds and does not evict keys. */
export async function checkRedis({ redisUrl }: Settings): Promise<Finding> {
  if (redisUrl === '') return ok(NAME, 'REDIS_URL is empty: a private one is started with Almagest');
  const client = connectRedis(redisUrl, { maxRetriesPerRequest: null });
  let lastError = '';
  client.on('error', (error: Error & { code?: string }) => (lastError = error.message || String(error.code)));
  try {
    await within(RESPONSE_MS, client.ping());
    return examineInfo(await within(RESPONSE_MS, client.info()));
  } catch (error) {
    const says = `no response: ${lastError || (error instanceof Error ? error.message : String(error))}`;
    return fault(NAME, says, 'Start Redis, or correct REDIS_URL. Jobs run without it, a little later.');
  } finally {
    client.disconnect();
  }
}

function examineInfo(info: string): Finding {
  const read = (name: string): string => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
  const version = read('redis_version') || 'of an unknown version';
  const policy = read('maxmemory_policy');
  if (policy !== '' && policy !== 'noeviction' && read('maxmemory') !== '0') {
    const says = `${version}; it evicts keys when its memory is full (${policy})`;
    return warning(
      NAME,
      says,
      'Set maxmemory-policy to noeviction: a lost notification delays its job by RECONCILE_MS.',
    );
  }
  return ok(NAME, version);
}
