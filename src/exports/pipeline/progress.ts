import type { Sql } from '../../database/sql';
import type { ClaimedJob } from '../../jobs/job';
import { reportProgress } from '../../jobs/report-progress';
import { sessionName } from '../../jobs/session-name';
import type { RecordCount } from './record-count';

/** 100 is for a file that is published. */
const MAX_PERCENT = 99;
/** An export that is done before so many reports are due is not counted: most take less than a second. */
const REPORTS_BEFORE_COUNT = 2;

/** Reports how far an export is, at most once in `everyMs` milliseconds; throws FencedOutError when the job is no longer ours. */
export class Progress {
  private reported = performance.now();
  private reports = 0;

  constructor(
    /** The pool for what belongs to no one workspace. */
    private readonly everywhere: Sql,
    private readonly job: ClaimedJob,
    private readonly records: Pick<RecordCount, 'total' | 'start'>,
    private readonly everyMs: number,
  ) {}

  /** Passes the bytes on, and reports on the way how many of all records Postgres has written. */
  async *follow(bytes: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    for await (const chunk of bytes) {
      const now = performance.now();
      if (now - this.reported >= this.everyMs) {
        this.reported = now;
        await this.report();
      }
      yield chunk;
    }
  }

  private async report(): Promise<void> {
    if (++this.reports >= REPORTS_BEFORE_COUNT) this.records.start();
    const { total } = this.records;
    if (total === null) return;
    const [row] = await this.everywhere.query<{ rows: string | null }>(
      `SELECT almagest_copied_rows($1) AS rows`,
      [sessionName(this.job)],
    );
    // Null: the COPY has come to its end, and only its last bytes are on the way.
    const written = row === undefined || row.rows === null ? total : Number(row.rows);
    await reportProgress(this.everywhere, this.job, percentOf(written, total));
  }
}

/** Whole per cent that `written` records are of `total`. */
export const percentOf = (written: number, total: number): number =>
  Math.min(MAX_PERCENT, Math.floor((written / Math.max(1, total)) * 100));
