import { sqlState } from '../database/transient-error';
import type { Database } from '../database/database';
import type { Sql } from '../database/sql';
import { problem } from '../http/problem/problem.exception';

const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
const EXCLUSION = '23P01';
const CHECK = '23514';
const ATTEMPTS = 3;

/** True when a statement hit a constraint between records. */
export function isViolation(error: unknown): boolean {
  const state = sqlState(error);
  return state === UNIQUE || state === FOREIGN_KEY || state === EXCLUSION;
}

/**
 * Runs a transaction that checks before it writes. When a concurrent write comes between the two, a
 * constraint fails and the transaction runs again; its check then sees the other record and can name
 * it. A violation that only a constraint detects becomes 409 `conflict` (records that exclude each
 * other) or 422 `invalid_value`.
 */
export async function inTransaction<T>(database: Database, work: (tx: Sql) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction('READ COMMITTED', work);
    } catch (error) {
      if (sqlState(error) === CHECK)
        throw problem(422, 'invalid_value', 'The values of the record contradict each other.');
      if (!isViolation(error)) throw error;
      if (attempt < ATTEMPTS) continue;
      throw problem(409, 'conflict', 'The record and another one exclude each other.');
    }
  }
}
