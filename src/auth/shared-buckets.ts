import { RedisScript, type ScriptRunner } from '../redis/shared-redis';
import { TokenBuckets } from './token-buckets';

/** A limit on how often something may be done, for each key. */
export interface RateLimit {
  /** Takes one token of `key`. Resolves to 0 when there was one, else to the whole seconds after which there will be. */
  take(key: string): Promise<number>;
  /** Returns a token that was taken for something that does not count. */
  giveBack(key: string): void;
}

/**
 * The bucket of a key is one number, the instant at which it is full again, in microseconds: each token that is taken moves
 * it on by an interval. Arguments: interval, capacity, tokens wanted (below 0: given back). Returns the tokens taken and the
 * microseconds until there is one.
 */
const TAKE = new RedisScript(`
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local interval, capacity, wanted = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local full = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
local left = math.floor((now + capacity * interval - full) / interval)
local taken = math.min(wanted, left)
full = full + taken * interval
if full > now then
  redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.floor((full - now) / 1000) + 1)
else
  redis.call('DEL', KEYS[1])
end
return {taken, math.max(0, full + interval - (now + capacity * interval))}`);

const US_PER_MS = 1_000;
const US_PER_S = 1_000_000;

type Resolve = (seconds: number) => void;

/**
 * One token bucket for each key, in Redis, so that the limit holds in all processes together. What comes while Redis is
 * asked about a key shares the next call, so there is at most one call for each key at a time. While Redis does not answer,
 * the limit holds for each process by itself.
 */
export class SharedBuckets implements RateLimit {
  private readonly local: TokenBuckets;
  private readonly intervalUs: number;
  /** Who waits for the next call about a key; a key that is asked about has an entry. */
  private readonly waiting = new Map<string, Resolve[]>();

  /** `name` distinguishes these buckets from others in Redis. Each key may do `capacity` things in `windowMs`. */
  constructor(
    private readonly redis: ScriptRunner,
    private readonly name: string,
    private readonly capacity: number,
    windowMs: number,
    now?: () => number,
  ) {
    this.local = new TokenBuckets(capacity, windowMs, now);
    this.intervalUs = Math.ceil((windowMs * US_PER_MS) / capacity);
  }

  take(key: string): Promise<number> {
    return new Promise((resolve) => {
      const queue = this.waiting.get(key);
      if (queue !== undefined) return void queue.push(resolve);
      this.waiting.set(key, [resolve]);
      void this.serve(key);
    });
  }

  giveBack(key: string): void {
    this.local.giveBack(key);
    void this.ask(key, -1);
  }

  private async serve(key: string): Promise<void> {
    for (;;) {
      const batch = this.waiting.get(key) ?? [];
      if (batch.length === 0) break;
      this.waiting.set(key, []);
      const answer = await this.ask(key, batch.length);
      batch.forEach((resolve, index) => {
        if (answer === null) resolve(this.local.take(key));
        else resolve(index < answer.taken ? 0 : Math.max(1, Math.ceil(answer.waitUs / US_PER_S)));
      });
    }
    this.waiting.delete(key);
  }

  private async ask(key: string, wanted: number): Promise<{ taken: number; waitUs: number } | null> {
    const args = [this.intervalUs, this.capacity, wanted];
    const answer = await this.redis.run(TAKE, `${this.name}:${key}`, args);
    if (!Array.isArray(answer)) return null;
    const [taken, waitUs] = answer as unknown[];
    return { taken: Number(taken), waitUs: Number(waitUs) };
  }
}
