/** At most so many keys are remembered; those that were quiet for longest are forgotten first. */
const MAX_KEYS = 10_000;

/** The tokens left in a bucket at the instant `at`, in milliseconds. */
interface Bucket {
  left: number;
  at: number;
}

/**
 * One token bucket per key: each key may do `capacity` things per `windowMs`, with a burst of as many. The buckets are in
 * memory, so the limit is that of one process: `SharedBuckets` uses them while Redis is away.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly capacity: number,
    private readonly windowMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one token. Returns 0 when there was one, else the whole seconds after which there will be. */
  take(key: string): number {
    const left = this.left(key);
    const taken = left >= 1;
    this.set(key, taken ? left - 1 : left);
    return taken ? 0 : Math.ceil(((1 - left) * (this.windowMs / 1_000)) / this.capacity);
  }

  /** Returns a token that was taken for something that does not count. */
  giveBack(key: string): void {
    this.set(key, Math.min(this.capacity, this.left(key) + 1));
  }

  /** The number of keys that are remembered. */
  get size(): number {
    return this.buckets.size;
  }

  private left(key: string): number {
    const bucket = this.buckets.get(key);
    if (bucket === undefined) return this.capacity;
    const refilled = ((this.now() - bucket.at) * this.capacity) / this.windowMs;
    return Math.min(this.capacity, bucket.left + refilled);
  }

  private set(key: string, left: number): void {
    remember(this.buckets, key, { left, at: this.now() }, MAX_KEYS);
  }
}

/** Sets a value as the newest one of a map, and forgets the oldest when the map has more than `max`. */
export function remember<Value>(map: Map<string, Value>, key: string, value: Value, max: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= max) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
