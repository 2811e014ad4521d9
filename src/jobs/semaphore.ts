/** A fixed number of places, given out in the order they were asked for. */
export class Semaphore {
  private readonly waiting: (() => void)[] = [];

  constructor(private places: number) {}

  /** Places that nobody holds. */
  get free(): number {
    return this.places;
  }

  /** Runs `work` as soon as a place is free, and gives the place back after it. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    if (this.places > 0) this.places--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve)); // the place is passed on, never freed between
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.places++;
    }
  }
}
