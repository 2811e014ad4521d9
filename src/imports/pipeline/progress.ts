import { fence } from '../../jobs/fence';
import type { ImportRun } from './import-run';

const EVERY_MS = 1_000;

/** Tells clients how far a phase is, at most once a second, so that progress costs nothing. */
export class Progress {
  private told = performance.now();

  /** The phase takes `total` units and moves the job from `first` to `last` per cent. */
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

  /** Call it outside of transactions only: it updates the job row on a connection of the pool. */
  async reach(done: number): Promise<void> {
    const now = performance.now();
    if (now - this.told < EVERY_MS) return;
    this.told = now;
    await fence(this.run.pool, this.run.job, { progress: this.at(done) });
  }
}
