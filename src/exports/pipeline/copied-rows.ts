import type { CopyOut, SqlSession } from '../../database/sql';

/**
 * The bytes of a COPY, as the reader takes them. A connection in the middle of a COPY can do nothing else, and only
 * Postgres can end it: when `stop` is aborted, or the reader leaves before the end, `terminate` must end the backend of
 * the session; the connection is lost then, and the error it leaves behind is thrown to whoever still reads.
 */
export class CopiedRows implements AsyncIterable<Buffer> {
  private rows: CopyOut | null = null;

  constructor(
    private readonly session: SqlSession,
    private readonly copy: string,
    private readonly stop: AbortSignal,
    private readonly terminate: () => Promise<void>,
  ) {}

  /** How many rows there were; to be asked behind the end of the transaction, for Postgres says it behind the last byte. */
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
