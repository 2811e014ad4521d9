import { Logger } from '@nestjs/common';
import { literal } from '../../catalog/sql/identifiers';
import type { Database } from '../../database/database';
import type { ClaimedJob } from '../../jobs/job';
import { sessionName } from '../../jobs/session-name';
import { joinByHash, type ExportPlan } from './plan-export';

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
