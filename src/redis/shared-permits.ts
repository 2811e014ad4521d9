import { randomUUID } from 'node:crypto';
import { RedisScript, type ScriptRunner } from './shared-redis';

/** A process that ends without giving its permits back has them for so long; the others renew theirs in time. */
const LEASE_MS = 30_000;
const RENEW_MS = 10_000;

const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)`;

/** A sorted set of the permits in use, each with the instant until which it counts. Arguments: most, lease, permit. */
const ACQUIRE = new RedisScript(`${NOW}
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now))
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[1]) then return 0 end
redis.call('ZADD', KEYS[1], string.format('%.0f', now + ARGV[2]), ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`);

/** Arguments: lease, permits. A Redis that was restarted empty learns them again. */
const RENEW = new RedisScript(`${NOW}
for i = 2, #ARGV do
  redis.call('ZADD', KEYS[1], string.format('%.0f', now + ARGV[1]), ARGV[i])
end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1`);

const RELEASE = new RedisScript(`return redis.call('ZREM', KEYS[1], ARGV[1])`);

/**
 * Counts what is in use at once, for each key, in all processes together. While Redis does not answer, the limit holds for
 * each process by itself.
 */
export class SharedPermits {
  private readonly process = randomUUID();
  private readonly inUse = new Map<string, Set<string>>();
  private made = 0;
  private timer: NodeJS.Timeout | undefined;

  /** `name` distinguishes these permits from others in Redis. */
  constructor(
    private readonly redis: ScriptRunner,
    private readonly name: string,
  ) {}

  /** Takes one of `max` permits of `key`, and returns the function that gives it back; null when all are in use. */
  async acquire(key: string, max: number): Promise<(() => void) | null> {
    const permit = `${this.process}:${(this.made += 1)}`;
    const answer = await this.redis.run(ACQUIRE, this.keyOf(key), [max, LEASE_MS, permit]);
    const mine = this.inUse.get(key) ?? new Set();
    if (answer === 0 || (answer === null && mine.size >= max)) return null;
    this.inUse.set(key, mine.add(permit));
    this.timer ??= setInterval(() => void this.renew(), RENEW_MS).unref();
    return () => this.release(key, permit);
  }

  private release(key: string, permit: string): void {
    const mine = this.inUse.get(key);
    if (mine?.delete(permit) !== true) return;
    if (mine.size === 0) this.inUse.delete(key);
    if (this.inUse.size === 0) {
      clearInterval(this.timer);
      this.timer = undefined;
    }
    void this.redis.run(RELEASE, this.keyOf(key), [permit]); // without an answer it ends with its lease
  }

  private async renew(): Promise<void> {
    for (const [key, permits] of [...this.inUse]) {
      await this.redis.run(RENEW, this.keyOf(key), [LEASE_MS, ...permits]);
    }
  }

  private keyOf(key: string): string {
    return `${this.name}:${key}`;
  }
}
