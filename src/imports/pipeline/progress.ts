import { reportProgress } from '../../jobs/fence';
import type { ImportRun } from './import-run';

/** Reports how far a phase of an import is, at most once in PROGRESS_MS, so that progress costs nothing. */
export class Progress {
  private reported = performance.now();

  /** The phase takes `total` units (bytes, rows) and moves the job from `first` to `last` per cent. */
  constructor(
    private readonly run: ImportRun,
    private readonly total: number,
    private readonly first: number,
    private readonly last: number,
  ) {}

  /** Per cent of the job when `done` units are. */
  at(done: number): number {
    const part = this.total === 0 ? 1 : Math.min(1, done / this.total);
    return Math.floor(this.first + (this.last - this.first) * part);
  }

  /**
   * `done` units are done. It may be called while a transaction is open: it writes on a connection of the pool, and not to
   * the job row. Throws FencedOutError when the attempt no longer has the job.
   */
  async reach(done: number): Promise<void> {
    const now = performance.now();
    if (now - this.reported < this.run.settings.progressMs) return;
    this.reported = now;
    await reportProgress(this.run.everywhere, this.run.job, this.at(done));
  }
}
