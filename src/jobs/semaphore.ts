/** Lets at most so many works run at once, in the order in which they were asked for. */
export class Semaphore {
  private readonly waiting: (() => void)[] = [];

  constructor(private permits: number) {}

  /** Number of works that could start at once. */
  get free(): number {
    return this.permits;
  }

  /** Runs `work` as soon as a permit is free. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.permits > 0) this.permits--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve)); // the permit is passed on, never freed in between
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.permits++;
    }
  }
}
