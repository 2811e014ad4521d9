import { Injectable } from '@nestjs/common';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { PoolName } from '../config/pool-sizes';
import { Connection } from './connection';
import type { Pools } from './pools';
import { presentPool } from './scope';
import { isTransient } from './transient-error';
import type { Isolation, Sql, SqlParameter, SqlSession } from './sql';
import { isLockTimeout, untilUnlocked } from './until-unlocked';
import { everywhere, type TenantScope, wipe } from './tenant-scope';

const RETRIES = 8;

/**
 * Runs statements on the pools, and hands out transactions and sessions. The only door to Postgres, and behind it row-level
 * security: statements see the workspace of the running request or job, and nothing outside of one. A request uses the pool
 * of requests, a job that of jobs, and everything else that of leases, unless `leases` or `access` says otherwise.
 */
@Injectable()
export class Database implements Sql {
  constructor(
    private readonly pools: Pools,
    private readonly wall: TenantScope,
    private readonly pool: PoolName | null = null,
  ) {}

  /** For what belongs to no one workspace: finding out who calls, claiming jobs, sweeping. */
  get everywhere(): Database {
    return new Database(this.pools, everywhere, this.pool);
  }

  /** The pool for leases and for what must be done although a request is over; no request or job can take its connections. */
  get leases(): Database {
    return new Database(this.pools, this.wall, 'leases');
  }

  /** The pool for checking tokens and for readiness: statements of a millisecond. */
  get access(): Database {
    return new Database(this.pools, this.wall, 'access');
  }

  /** One statement. In a request it throws a `RequestStatementError` when its time is over or its client gone. */
  async query<Row extends object = Record<string, unknown>>(
    text: string,
    params: readonly SqlParameter[] = [],
  ): Promise<Row[]> {
    return this.waiting(async () => {
      const connection = await this.connect();
      try {
        return await connection.query<Row>(text, params);
      } finally {
        connection.release();
      }
    });
  }

  /**
   * One transaction on a connection of the pool. A transient failure (lost connection, deadlock, serialization) is
   * repeated with backoff, and in a request also a wait for a lock, so `work` must be free of side effects outside the
   * database.
   */
  async transaction<T>(isolation: Isolation, work: (tx: Sql) => Promise<T>): Promise<T> {
    return this.waiting(async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.session('almagest', (session) => session.transaction(isolation, work));
        } catch (error) {
          if (attempt >= RETRIES || !isTransient(error) || isLockTimeout(error)) throw error;
          await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 10 * Math.random() + 10));
        }
      }
    });
  }

  /** Keeps one connection for `work`, named `name` in pg_stat_activity; what it made TEMP is dropped behind it. */
  async session<T>(name: string, work: (session: SqlSession) => Promise<T>): Promise<T> {
    const connection = await this.connect();
    try {
      await connection.query(`SELECT set_config('application_name', $1, false)`, [name]);
      return await work(new Session(connection));
    } finally {
      await wipe(connection.client).catch(() => undefined); // a broken connection is dropped by the pool
      connection.release();
    }
  }

  private connect(): Promise<Connection> {
    return Connection.open(this.pools, this.poolName, this.wall);
  }

  /** A request that meets a lock gives its connection back before it tries again; nothing else has a limit for locks. */
  private waiting<T>(work: () => Promise<T>): Promise<T> {
    return this.poolName === 'requests' ? untilUnlocked(this.pools.settings.lockTimeoutMs, work) : work();
  }

  private get poolName(): PoolName {
    return this.pool ?? presentPool();
  }
}

class Session implements SqlSession {
  constructor(private readonly connection: Connection) {}

  query<Row extends object = Record<string, unknown>>(
    text: string,
    params: readonly SqlParameter[] = [],
  ): Promise<Row[]> {
    return this.connection.query<Row>(text, params);
  }

  copyIn(text: string): ReturnType<typeof copyFrom> {
    return this.connection.client.query(copyFrom(text));
  }

  copyOut(text: string): ReturnType<typeof copyTo> {
    return this.connection.client.query(copyTo(text));
  }

  /** COMMIT and ROLLBACK are never cancelled: what they end must be known. */
  async transaction<T>(isolation: Isolation, work: (tx: Sql) => Promise<T>): Promise<T> {
    const { client } = this.connection;
    await this.query(`BEGIN ISOLATION LEVEL ${isolation}`);
    try {
      const result = await work(this);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined); // the first error is the one that matters
      throw error;
    }
  }
}
