import type { Readable, Writable } from 'node:stream';
import type { ClientBase } from 'pg';

/** A value of a statement: always a parameter, never text of the statement. */
export type SqlParameter = string | number | boolean | null | Buffer | readonly (string | number | null)[];

/** Whatever runs statements: the pool, a session, a transaction. Exact types arrive as text: timestamptz, date, numeric, int8, json. */
export interface Sql {
  query<Row extends object = Record<string, unknown>>(
    text: string,
    params?: readonly SqlParameter[],
  ): Promise<Row[]>;
}

export type Isolation = 'READ COMMITTED' | 'REPEATABLE READ' | 'REPEATABLE READ READ ONLY';

/** The bytes that a COPY writes. */
export interface CopyOut extends Readable {
  /** Number of rows it wrote; known when the next statement of the session has ended. */
  readonly rowCount: number;
}

/** One connection for several statements: for TEMP tables, COPY and transactions that follow one another. */
export interface SqlSession extends Sql {
  /** A stream into `COPY … FROM STDIN`; `finish` ends the copy and resolves when Postgres took it all. */
  copyIn(text: string): Writable;
  /** A stream out of `COPY (…) TO STDOUT`. */
  copyOut(text: string): CopyOut;
  transaction<T>(isolation: Isolation, work: (tx: Sql) => Promise<T>): Promise<T>;
}

/** A single connection as whatever runs statements. */
export const sqlOf = (client: ClientBase): Sql => ({
  query: async <Row extends object>(text: string, params: readonly unknown[] = []): Promise<Row[]> =>
    (await client.query<Row>(text, [...params])).rows,
});

/**
 * Blocks other transactions that lock the same workspace until `tx` ends. Whoever counts something against a limit of the
 * workspace locks it first, so that no two pass the limit together.
 */
export async function lockWorkspace(tx: Sql, workspaceId: string): Promise<void> {
  await tx.query(`SELECT FROM workspaces WHERE id = $1 FOR NO KEY UPDATE`, [workspaceId]);
}

/** Switches planner settings (`enable_sort`, …) off or on for the rest of the transaction `tx`; `names` are never input. */
export async function switchPlanner(
  tx: Sql,
  names: readonly string[],
  value: 'off' | 'on' = 'off',
): Promise<void> {
  const settings = names.map((name) => `set_config('${name}', '${value}', true)`);
  await tx.query(`SELECT ${settings.join(', ')}`);
}
