import type { Sql } from '../../database/sql';
import { type ClaimedJob, sessionName } from '../../jobs/job';
import { reportProgress } from '../../jobs/fence';
import { Logger } from '@nestjs/common';
import { literal } from '../../catalog/sql/sql-text';
import type { Database } from '../../database/database';
import { type ExportPlan, joinByHash } from './plan-export';

/** 100 is for a file that is published. */
const MAX_PERCENT = 99;
/** A shorter export is not counted: most exports take less than a second. */
const REPORTS_BEFORE_COUNT = 2;

/**
 * Reports the progress of an export, at most once in `everyMs` milliseconds. Throws FencedOutError
 * when another attempt owns the job.
 */
export class ExportProgress {
  private reported = performance.now();
  private reports = 0;

  constructor(
    /** The pool for what belongs to no one workspace. */
    private readonly everywhere: Sql,
    private readonly job: ClaimedJob,
    private readonly records: Pick<RecordCount, 'total' | 'start'>,
    private readonly everyMs: number,
  ) {}

  /** Passes the bytes on and reports the share of the records that Postgres has written. */
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
    // Null: the COPY has ended, and only its last bytes are in transit.
    const written = row === undefined || row.rows === null ? total : Number(row.rows);
    await reportProgress(this.everywhere, this.job, percentOf(written, total));
  }
}

/** Whole per cent that `written` records are of `total`. */
export const percentOf = (written: number, total: number): number =>
  Math.min(MAX_PERCENT, Math.floor((written / Math.max(1, total)) * 100));

/**
 * Counts the records of an export in the snapshot that is being copied, on its own connection, so that
 * the file does not wait. The count starts only when `start` is called: a short export does not need
 * it.
 */
export class RecordCount {
  private counting: Promise<void> | null = null;
  private counted: number | null = null;
  private ended = false;

  constructor(
    private readonly database: Database,
    private readonly job: ClaimedJob,
    /** What `pg_export_snapshot` returned in the transaction of the export. */
    private readonly snapshot: string,
    private readonly plan: Pick<ExportPlan, 'count' | 'isWhole'>,
  ) {}

  /** Null until they are counted. */
  get total(): number | null {
    return this.counted;
  }

  /** Starts counting; further calls have no effect. */
  start(): void {
    this.counting ??= this.count().catch((error: unknown) => {
      // Without a total the export reports no progress; it does not fail.
      if (!this.ended) new Logger('RecordCount').warn({ export: this.job.id, err: error }, 'not counted');
    });
  }

  /** Ends a count that is still running, and resolves when it has ended. */
  async end(): Promise<void> {
    this.ended = true;
    if (this.counting === null) return;
    if (this.counted === null) {
      await this.database
        .query(`SELECT almagest_end_sessions($1::text[])`, [[this.session]])
        .catch(() => undefined); // without a database the counting connection is lost anyway
    }
    await this.counting;
  }

  private get session(): string {
    return `${sessionName(this.job)}:count`;
  }

  private async count(): Promise<void> {
    await this.database.session(this.session, (session) =>
      session.transaction('REPEATABLE READ READ ONLY', async (tx) => {
        await tx.query(`SET TRANSACTION SNAPSHOT ${literal(this.snapshot)}`);
        if (this.plan.isWhole) await joinByHash(tx);
        const { text, params } = this.plan.count;
        const [row] = await tx.query<{ count: string }>(text, params);
        this.counted = Number(row?.count ?? 0);
      }),
    );
  }
}
