import type { Sql } from '../../database/sql';
import { type ClaimedJob, sessionName } from '../../jobs/job';
import { reportProgress } from '../../jobs/fence';
import { Logger } from '@nestjs/common';
import { literal } from '../../catalog/sql/sql-text';
import type { Database } from '../../database/database';
import { type ExportPlan, joinByHash } from './plan-export';

/** 100 is for a file that is published. */
const MAX_PERCENT = 99;
/** An export that is done before so many reports are due is not counted: most take less than a second. */
const REPORTS_BEFORE_COUNT = 2;

/** Reports how far an export is, at most once in `everyMs` milliseconds; throws FencedOutError when the job is no longer ours. */
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

/**
 * Counts the records of an export in the snapshot that is being copied, on a connection of its own: the file does not
 * wait for it. Only a file that takes long is worth it, so somebody must start it.
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

  /** Starts counting; a second call changes nothing. */
  start(): void {
    this.counting ??= this.count().catch((error: unknown) => {
      // Without a total the export shows no progress, which is no reason to end it.
      if (!this.ended) new Logger('RecordCount').warn({ export: this.job.id, err: error }, 'not counted');
    });
  }

  /** Resolves when nothing is being counted: what is still under way is ended. */
  async end(): Promise<void> {
    this.ended = true;
    if (this.counting === null) return;
    if (this.counted === null) {
      await this.database
        .query(`SELECT almagest_end_sessions($1::text[])`, [[this.session]])
        .catch(() => undefined); // without a database the connection that counts is lost as well
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
