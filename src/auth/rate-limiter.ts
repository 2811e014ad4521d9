/** Buckets of tokens that were quiet are dropped when there are so many. */
const MAX_BUCKETS = 10_000;

/** How much a token may still do, as of `at` milliseconds. */
interface Bucket {
  left: number;
  at: number;
}

/** Lets each key do `perSecond` things a second, with a burst of as many. In memory: the limit is one process's. */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one; answers 0 when there was one, else the whole seconds after which there will be. */
  take(key: string): number {
    const at = this.now();
    const before = this.buckets.get(key) ?? { left: this.perSecond, at };
    const left = Math.min(this.perSecond, before.left + ((at - before.at) / 1_000) * this.perSecond);
    const taken = left >= 1;
    if (this.buckets.size >= MAX_BUCKETS) this.dropQuiet(at);
    this.buckets.set(key, { left: taken ? left - 1 : left, at });
    return taken ? 0 : Math.ceil((1 - left) / this.perSecond);
  }

  /** A bucket that was not touched for a second is full again, as a new one would be. */
  private dropQuiet(at: number): void {
    for (const [key, bucket] of this.buckets) {
      if (at - bucket.at >= 1_000) this.buckets.delete(key);
    }
  }
}
