import { isTransient, sqlState } from '../../database/transient-error';
import type { Sql, SqlSession } from '../../database/sql';

const MAX_TRIES = 10;

/** Somebody else created the same record, removed a parent or closed a period between the judgement and the write. */
const OVERTAKEN = new Set(['23503', '23505', '23P01']);

/**
 * One REPEATABLE READ transaction on the session of the attempt, repeated with backoff when somebody else was quicker: the
 * next one judges by what there is then. A lost connection is thrown, for the staged rows are lost with it.
 */
export async function repeatable<T>(
  session: SqlSession,
  stop: AbortSignal,
  work: (tx: Sql) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    stop.throwIfAborted();
    try {
      return await session.transaction('REPEATABLE READ', work);
    } catch (error) {
      const state = sqlState(error);
      const overtaken =
        state !== null && (OVERTAKEN.has(state) || (isTransient(error) && !/^(08|57)/.test(state)));
      if (!overtaken || attempt >= MAX_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 5 * Math.random() + 5));
    }
  }
}
