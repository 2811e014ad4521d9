const MAX_TICK_MS = 1_000;

/**
 * Measures how long a thread is waited for without progress, and calls `expire` once when that is longer than `limitMs`.
 * It counts its own ticks, not the clock: while this process is frozen or starved itself, no time passes here.
 */
export class ProgressWatch {
  private readonly timer: NodeJS.Timeout;
  private waitedMs = 0;
  private waiting = false;
  private over = false;

  constructor(
    private readonly limitMs: number,
    private readonly expire: () => void,
  ) {
    const tickMs = Math.min(MAX_TICK_MS, limitMs / 4);
    this.timer = setInterval(() => this.tick(tickMs), tickMs).unref();
  }

  /** True when the thread made no progress for too long. */
  get expired(): boolean {
    return this.over;
  }

  /** It is the thread's turn. */
  resume(): void {
    this.waiting = true;
  }

  /** The thread waits for this side. */
  pause(): void {
    this.waiting = false;
  }

  /** The thread came further: what was waited so far counts no more. */
  progress(): void {
    this.waitedMs = 0;
  }

  end(): void {
    clearInterval(this.timer);
  }

  private tick(ms: number): void {
    if (!this.waiting || this.over) return;
    this.waitedMs += ms;
    if (this.waitedMs < this.limitMs) return;
    this.over = true;
    this.expire();
  }
}
