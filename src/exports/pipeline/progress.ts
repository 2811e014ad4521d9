import type { Sql } from '../../database/sql';
import { fence } from '../../jobs/fence';
import type { ClaimedJob } from '../../jobs/job';

const EVERY_MS = 1_000;
const LF = 10;
const MOST = 99;

/** Tells clients how far an export is, at most once a second; throws FencedOutError when the job is no longer ours. */
export class Progress {
  private told = performance.now();
  private lines = 0;

  /** `pool` is a connection beside the snapshot, which can write nothing. */
  constructor(
    private readonly pool: Sql,
    private readonly job: ClaimedJob,
    /** About how many lines there will be. */
    private readonly expected: number,
  ) {}

  /** Passes the lines on, and counts them on the way. */
  async *follow(lines: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const chunk of lines) {
      // A line break inside a cell counts as a line too: close enough for a percentage.
      for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) this.lines++;
      await this.tell();
      yield chunk;
    }
  }

  /** Whole per cent of the records expected; 100 is for a file that is published. */
  get percent(): number {
    return Math.min(MOST, Math.floor((this.lines / Math.max(1, this.expected)) * 100));
  }

  private async tell(): Promise<void> {
    const now = performance.now();
    if (now - this.told < EVERY_MS) return;
    this.told = now;
    await fence(this.pool, this.job, { progress: this.percent });
  }
}
