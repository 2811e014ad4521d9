import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { isTransient } from './transient-error';
import type { Isolation, Sql, SqlParameter, SqlSession } from './sql';
import { everywhere, putBehind, type Wall, wipe } from './wall';

const RETRIES = 8;

/**
 * Runs statements on the pool, and hands out transactions and sessions. The only door to Postgres, and behind it row-level
 * security: statements see the workspace of the running request or job, and nothing outside of one.
 */
@Injectable()
export class Database implements Sql {
  constructor(
    private readonly dataSource: DataSource,
    private readonly wall: Wall,
  ) {}

  /** The same pool for what belongs to no one workspace: finding out who calls, claiming jobs, sweeping. */
  get everywhere(): Database {
    return new Database(this.dataSource, everywhere);
  }

  async query<Row extends object = Record<string, unknown>>(
    text: string,
    params: readonly SqlParameter[] = [],
  ): Promise<Row[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await putBehind((await runner.connect()) as PoolClient, this.wall);
      return await rows<Row>(runner.query(text, [...params]));
    } finally {
      await runner.release();
    }
  }

  /**
   * One transaction on a connection of the pool. A transient failure (lost connection, deadlock, serialization) is
   * repeated with backoff, so `work` must be free of side effects outside the database.
   */
  async transaction<T>(isolation: Isolation, work: (tx: Sql) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.session('almagest', (session) => session.transaction(isolation, work));
      } catch (error) {
        if (attempt >= RETRIES || !isTransient(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 10 * Math.random() + 10));
      }
    }
  }

  /** Keeps one connection for `work`, named `name` in pg_stat_activity; what it made TEMP is dropped behind it. */
  async session<T>(name: string, work: (session: SqlSession) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    client.on('error', surfacesInTheNextStatement);
    try {
      await putBehind(client, this.wall);
      await runner.query(`SELECT set_config('application_name', $1, false)`, [name]);
      return await work(new Session(runner, client));
    } finally {
      await wipe(client).catch(() => undefined); // a broken connection is dropped by the pool
      client.off('error', surfacesInTheNextStatement);
      await runner.release();
    }
  }
}

/** A connection lost between two statements must not end the process: the next statement reports it. */
const surfacesInTheNextStatement = (): void => undefined;

class Session implements SqlSession {
  constructor(
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
  ) {}

  query<Row extends object = Record<string, unknown>>(
    text: string,
    params: readonly SqlParameter[] = [],
  ): Promise<Row[]> {
    return rows<Row>(this.runner.query(text, [...params]));
  }

  copyIn(text: string): ReturnType<typeof copyFrom> {
    return this.client.query(copyFrom(text));
  }

  copyOut(text: string): ReturnType<typeof copyTo> {
    return this.client.query(copyTo(text));
  }

  async transaction<T>(isolation: Isolation, work: (tx: Sql) => Promise<T>): Promise<T> {
    await this.runner.query(`BEGIN ISOLATION LEVEL ${isolation}`);
    try {
      const result = await work(this);
      await this.runner.query('COMMIT');
      return result;
    } catch (error) {
      await this.runner.query('ROLLBACK').catch(() => undefined); // the first error is the one that matters
      throw error;
    }
  }
}

/** TypeORM answers `[rows, count]` to UPDATE and DELETE and rows to everything else; here it is always rows. */
async function rows<Row>(answer: Promise<unknown>): Promise<Row[]> {
  const result = await answer;
  if (
    Array.isArray(result) &&
    result.length === 2 &&
    Array.isArray(result[0]) &&
    typeof result[1] === 'number'
  ) {
    return result[0] as Row[];
  }
  return result as Row[];
}
