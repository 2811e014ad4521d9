import type { Database } from '../../database/database';
import type { CopyOut, Sql, SqlSession } from '../../database/sql';
import { type ClaimedJob, sessionName } from '../../jobs/job';

/** The state of the database that one export reads. */
export interface Snapshot {
  /** The open transaction that reads it. */
  readonly tx: Sql;
  /** Its instant, as Postgres prints it. */
  readonly at: string;
  /** The name under which another transaction can read the same snapshot. */
  readonly name: string;
  /** Prepares a COPY of the snapshot; `stop` ends it early. */
  copy(text: string, stop: AbortSignal): CopiedRows;
}

/**
 * Runs `work` with a snapshot, on a session of its own. The first statement of a REPEATABLE READ
 * transaction takes the snapshot: it contains everything that was committed when that statement began.
 */
export function inSnapshot<T>(
  database: Database,
  job: ClaimedJob,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  return database.session(sessionName(job), (session) =>
    session.transaction('REPEATABLE READ READ ONLY', async (tx) => {
      const [opened] = await tx.query<{ at: string; name: string }>(
        `SELECT statement_timestamp() AS at, pg_export_snapshot() AS name`,
      );
      if (opened === undefined) throw new Error('A snapshot could not be opened.');
      const copy = (text: string, stop: AbortSignal): CopiedRows =>
        new CopiedRows(session, text, stop, () => terminate(database, job));
      return work({ tx, ...opened, copy });
    }),
  );
}

/** Ends the session of the job. When the database does not respond, the connection is lost anyway. */
async function terminate(sql: Sql, job: ClaimedJob): Promise<void> {
  await sql.query(`SELECT almagest_end_sessions($1::text[])`, [[sessionName(job)]]).catch(() => undefined);
}

/**
 * The bytes of a COPY, produced as fast as the consumer reads them. A connection in the middle of a
 * COPY can do nothing else, and only Postgres can end the COPY. When `stop` is aborted, or the
 * consumer leaves before the end, `terminate` must end the backend of the session. The connection is
 * then lost, and its error is thrown to a consumer that still reads.
 */
export class CopiedRows implements AsyncIterable<Buffer> {
  private rows: CopyOut | null = null;

  constructor(
    private readonly session: SqlSession,
    private readonly copy: string,
    private readonly stop: AbortSignal,
    private readonly terminate: () => Promise<void>,
  ) {}

  /**
   * The number of rows. Postgres sends it after the last byte: read it after the end of the transaction.
   */
  get count(): number {
    if (this.rows?.readableEnded !== true) throw new Error('The rows of a COPY were counted before its end.');
    return this.rows.rowCount;
  }

  /** Starts the COPY, which can be read once. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer, void, undefined> {
    this.stop.throwIfAborted();
    const rows = this.session.copyOut(this.copy);
    this.rows = rows;
    let ended = false;
    rows.once('end', () => (ended = true));
    rows.on('error', () => (ended = true)); // the iterator throws it; a late one must not end the process
    const onStop = (): void => void this.terminate();
    this.stop.addEventListener('abort', onStop, { once: true });
    try {
      for await (const chunk of rows.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
    } finally {
      this.stop.removeEventListener('abort', onStop);
      if (!ended) {
        rows.resume();
        await this.terminate();
      }
    }
  }
}
