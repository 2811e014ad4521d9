import type { SqlSession } from '../../database/sql';

/**
 * The bytes of a COPY, as the reader takes them. A connection in the middle of a COPY can do nothing else, and only
 * Postgres can end it: when `stop` is aborted, or the reader leaves before the end, `terminate` must end the backend of
 * the session; the connection is lost then, and the error it leaves behind is thrown to whoever still reads.
 */
export async function* readCopy(
  session: SqlSession,
  copy: string,
  stop: AbortSignal,
  terminate: () => Promise<void>,
): AsyncGenerator<Buffer, void, undefined> {
  stop.throwIfAborted();
  const rows = session.copyOut(copy);
  let ended = false;
  rows.once('end', () => (ended = true));
  rows.on('error', () => (ended = true)); // the iterator throws it; a late one must not end the process
  const onStop = (): void => void terminate();
  stop.addEventListener('abort', onStop, { once: true });
  try {
    for await (const chunk of rows.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } finally {
    stop.removeEventListener('abort', onStop);
    if (!ended) {
      rows.resume();
      await terminate();
    }
  }
}
