import type { PoolClient } from 'pg';
import type { PoolName } from '../config/pool-sizes';
import type { Pools } from './pools';
import { ClientGoneError, StatementTimeoutError } from './request-errors';
import { clientGone, currentWorkspace } from './work-context';
import type { SqlParameter } from './sql';
import { isReadOnly, sqlState } from './transient-error';
import { everywhere, setTenantScope, type TenantScope } from './row-level-security';

const QUERY_CANCELED = '57014';

/** A connection of a pool, in use. In the pool of requests its statements end at their timeout, or when their client disconnects. */
export class Connection {
  private broken = false;
  /** Number of the server process, once it is known; needed when the client of a request can disconnect. */
  private pid: number | null = null;

  private constructor(
    private readonly pools: Pools,
    readonly client: PoolClient,
    private readonly leave: () => void,
    private readonly gone: AbortSignal | null,
    private readonly ofRequest: boolean,
  ) {
    client.on('error', reportedByNextStatement);
  }

  /** Takes a connection and gives it the role and workspace of `scope`. Throws a `RequestStatementError` when a request cannot have one. */
  static async open(pools: Pools, name: PoolName, scope: TenantScope): Promise<Connection> {
    const ofRequest = name === 'requests';
    const gone = ofRequest ? clientGone() : null;
    throwIfGone(gone);
    const leave = ofRequest ? await pools.workspaces.enter(currentWorkspace(), gone) : () => undefined;
    const client = await pools.connect(name).catch((error: unknown) => {
      leave();
      throw error;
    });
    const connection = new Connection(pools, client, leave, gone, ofRequest);
    try {
      if (gone !== null) connection.pid = await processOf(client);
      await setTenantScope(client, scope);
      return connection;
    } catch (error) {
      connection.broken = true;
      connection.release();
      throw error;
    }
  }

  /** Runs one statement. When the client of the request disconnects, the statement is cancelled and throws `ClientGoneError`. */
  async query<Row extends object>(text: string, params: readonly SqlParameter[]): Promise<Row[]> {
    if (!this.ofRequest) return this.send<Row>(text, params);
    throwIfGone(this.gone);
    let cancelling: Promise<void> = Promise.resolve();
    const cancel = (): void => void (cancelling = this.cancel());
    this.gone?.addEventListener('abort', cancel, { once: true });
    try {
      return await this.send<Row>(text, params);
    } catch (error) {
      if (sqlState(error) !== QUERY_CANCELED) throw error;
      if (this.gone?.aborted === true) throw new ClientGoneError();
      throw new StatementTimeoutError(this.pools.settings.statementTimeoutMs, error);
    } finally {
      this.gone?.removeEventListener('abort', cancel);
      await cancelling; // what follows on this connection must not be cancelled
    }
  }

  /** Gives the connection back; one that was lost is closed. */
  release(): void {
    this.client.off('error', reportedByNextStatement);
    this.client.release(this.broken);
    this.leave();
  }

  private async send<Row extends object>(text: string, params: readonly SqlParameter[]): Promise<Row[]> {
    try {
      return (await this.client.query<Row>(text, [...params])).rows;
    } catch (error) {
      if (isReadOnly(error)) this.broken = true;
      throw error;
    }
  }

  /** Never rejects. Whether a cancel that failed takes effect later is not known, so the connection is not used again. */
  private async cancel(): Promise<void> {
    if (this.pid === null) return;
    await cancelStatement(this.pools, this.pid).catch(() => (this.broken = true));
  }
}

function throwIfGone(gone: AbortSignal | null): void {
  if (gone?.aborted === true) throw new ClientGoneError();
}

/** A connection lost between two statements must not end the process: the next statement reports it. */
const reportedByNextStatement = (): void => undefined;

const processes = new WeakMap<PoolClient, number>();

/** Number of the server process of a connection; queried once. */
async function processOf(client: PoolClient): Promise<number> {
  const known = processes.get(client);
  if (known !== undefined) return known;
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const pid = rows[0]?.pid ?? 0;
  processes.set(client, pid);
  return pid;
}

/**
 * Cancels what the server process `pid` runs. When it resolves, Postgres has sent the signal; the process handles it
 * before it reads its next statement, and ignores it when it runs none. A caller that waits for this function before the
 * next statement is sent over that connection therefore cancels only the present one.
 */
async function cancelStatement(pools: Pools, pid: number): Promise<void> {
  const client = await pools.connect('access');
  let broken: Error | undefined;
  try {
    await setTenantScope(client, everywhere);
    await client.query('SELECT almagest_cancel_statement($1)', [pid]);
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}
