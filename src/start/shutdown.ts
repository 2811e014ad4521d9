const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Something to close at the end of the process. */
interface Step {
  close: () => Promise<void>;
  /** Milliseconds after which the shutdown continues without it. */
  limitMs: number;
}

/** Ends the process in order: closes in reverse order of opening, each step within its limit. */
export class Shutdown {
  private readonly steps: Step[] = [];
  private ending = false;

  /** `report` prints a sentence for the operator: why the process ends, or what did not close. */
  constructor(private readonly report: (sentence: string) => void) {}

  /** Ends with 0 at SIGINT and SIGTERM; a second signal ends at once. */
  handleSignals(): void {
    for (const signal of SIGNALS) {
      process.on(signal, () => {
        if (this.ending) process.exit(1);
        void this.end(0);
      });
    }
  }

  add(close: () => Promise<void>, limitMs: number): void {
    this.steps.push({ close, limitMs });
  }

  /** Reports the reason in one sentence and ends with 1. */
  fail(sentence: string): void {
    this.report(sentence);
    void this.end(1);
  }

  private async end(code: number): Promise<void> {
    if (this.ending) return;
    this.ending = true;
    for (const step of this.steps.toReversed()) await this.closeStep(step);
    process.exit(code);
  }

  /** A step that fails or hangs must not prevent the next one. */
  private async closeStep({ close, limitMs }: Step): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(
        () => resolve(this.report(`Continued without waiting longer than ${limitMs} ms.`)),
        limitMs,
      );
    });
    const closed = close().catch((error: unknown) => this.report(`Did not close cleanly: ${String(error)}`));
    await Promise.race([closed, limit]);
    clearTimeout(timer);
  }
}
