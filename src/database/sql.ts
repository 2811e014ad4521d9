import type { Readable, Writable } from 'node:stream';

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
  /** Number of rows it wrote; known when the next statement of the session has been answered. */
  readonly rowCount: number;
}

/** One connection, kept: for TEMP tables, COPY and transactions that follow one another. */
export interface SqlSession extends Sql {
  /** A stream into `COPY … FROM STDIN`; `finish` ends the copy and resolves when Postgres took it all. */
  copyIn(text: string): Writable;
  /** A stream out of `COPY (…) TO STDOUT`. */
  copyOut(text: string): CopyOut;
  transaction<T>(isolation: Isolation, work: (tx: Sql) => Promise<T>): Promise<T>;
}
