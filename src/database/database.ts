import { Injectable } from '@nestjs/common';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { PoolName } from '../config/pool-sizes';
import { Connection } from './connection';
import type { Pools } from './pools';
import { currentPool } from './work-context';
import { OutcomeUnknownError } from './request-errors';
import { isTransient, sqlState } from './transient-error';
import type { Isolation, Sql, SqlParameter, SqlSession } from './sql';
import { isLockTimeout, untilUnlocked } from './until-unlocked';
import { everywhere, type TenantScope, resetConnection } from './row-level-security';

const RETRIES = 8;
/** States of a COMMIT that may have taken effect: the connection was lost, or the server stopped. */
const LOST = /^(08|57P)/;
/** Errors of a COMMIT whose outcome is unknown. */
const committing = new WeakSet<Error>();

/**
 * Runs statements, transactions and sessions on the pools, under row-level security: statements see the workspace of the
 * running request or job, and no rows outside of one. A request uses the pool of requests, a job that of jobs, and
 * everything else that of leases, unless `leases` or `access` says otherwise.
 */
@Injectable()
export class Database implements Sql {
  constructor(
    private readonly pools: Pools,
    private readonly scope: TenantScope,
    private readonly pool: PoolName | null = null,
  ) {}

  /** For what belongs to no one workspace: authentication, claiming jobs, sweeping. */
  get everywhere(): Database {
    return new Database(this.pools, everywhere, this.pool);
  }

  /** The pool for leases and for what must be done although a request is over; no request or job can take its connections. */
  get leases(): Database {
    return new Database(this.pools, this.scope, 'leases');
  }

  /** The pool for checking tokens and for readiness: statements of a millisecond. */
  get access(): Database {
    return new Database(this.pools, this.scope, 'access');
  }

  /** One statement. In a request it throws a `RequestStatementError` after its timeout, or when its client disconnects. */
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
   * database. When the connection is lost during COMMIT and the repetition fails, a request gets `OutcomeUnknownError`.
   */
  async transaction<T>(isolation: Isolation, work: (tx: Sql) => Promise<T>): Promise<T> {
    let inDoubt = false; // a COMMIT of an earlier try may have succeeded
    const repeat = async (): Promise<T> => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.session('almagest', (session) => session.transaction(isolation, work));
        } catch (error) {
          inDoubt ||= committing.has(error as Error);
          if (attempt >= RETRIES || !isTransient(error) || isLockTimeout(error)) throw error;
          await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 10 * Math.random() + 10));
        }
      }
    };
    try {
      return await this.waiting(repeat);
    } catch (error) {
      throw inDoubt && this.poolName === 'requests' ? new OutcomeUnknownError(error) : error;
    }
  }

  /** Runs `work` on one connection, named `name` in pg_stat_activity; its TEMP tables are dropped afterwards. */
  async session<T>(name: string, work: (session: SqlSession) => Promise<T>): Promise<T> {
    const connection = await this.connect();
    try {
      await connection.query(`SELECT set_config('application_name', $1, false)`, [name]);
      return await work(new Session(connection));
    } finally {
      await resetConnection(connection.client).catch(() => undefined); // a broken connection is dropped by the pool
      connection.release();
    }
  }

  private connect(): Promise<Connection> {
    return Connection.open(this.pools, this.poolName, this.scope);
  }

  /** A request that waits for a lock gives its connection back before it tries again; only requests have a lock timeout. */
  private waiting<T>(work: () => Promise<T>): Promise<T> {
    return this.poolName === 'requests' ? untilUnlocked(this.pools.settings.lockTimeoutMs, work) : work();
  }

  private get poolName(): PoolName {
    return this.pool ?? currentPool();
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

  /** COMMIT and ROLLBACK are never cancelled: their outcome must be known. */
  async transaction<T>(isolation: Isolation, work: (tx: Sql) => Promise<T>): Promise<T> {
    const { client } = this.connection;
    await this.query(`BEGIN ISOLATION LEVEL ${isolation}`);
    try {
      const result = await work(this);
      await client.query('COMMIT').catch((error: unknown) => {
        if (LOST.test(sqlState(error) ?? '08')) committing.add(error as Error);
        throw error;
      });
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined); // the first error is the one that matters
      throw error;
    }
  }
}
