import type { PoolClient } from 'pg';
import type { PoolName } from '../config/pool-sizes';
import { cancelStatement, processOf } from './cancel-statement';
import type { Pools } from './pools';
import { ClientGoneError, StatementTimeoutError } from './request-errors';
import { clientGone, presentWorkspace } from './scope';
import type { SqlParameter } from './sql';
import { sqlState } from './transient-error';
import { setTenantScope, type TenantScope } from './tenant-scope';

const QUERY_CANCELED = '57014';

/** A connection of a pool, in use. In the pool of requests its statements end with their time, or with their client. */
export class Connection {
  private broken = false;
  /** Number of the server process, once it is known; needed when the client of a request can go. */
  private pid: number | null = null;

  private constructor(
    private readonly pools: Pools,
    readonly client: PoolClient,
    private readonly leave: () => void,
    private readonly gone: AbortSignal | null,
    private readonly ofRequest: boolean,
  ) {
    client.on('error', surfacesInTheNextStatement);
  }

  /** Takes a connection and puts it behind `wall`. Throws a `RequestStatementError` when a request cannot have one. */
  static async open(pools: Pools, name: PoolName, wall: TenantScope): Promise<Connection> {
    const ofRequest = name === 'requests';
    const gone = ofRequest ? clientGone() : null;
    refuseGone(gone);
    const leave = ofRequest ? await pools.workspaces.enter(presentWorkspace(), gone) : () => undefined;
    const client = await pools.connect(name).catch((error: unknown) => {
      leave();
      throw error;
    });
    const connection = new Connection(pools, client, leave, gone, ofRequest);
    try {
      if (gone !== null) connection.pid = await processOf(client);
      await setTenantScope(client, wall);
      return connection;
    } catch (error) {
      connection.broken = true;
      connection.release();
      throw error;
    }
  }

  /** Runs one statement. It is cancelled in Postgres, and throws `ClientGoneError`, when the client of the request goes. */
  async query<Row extends object>(text: string, params: readonly SqlParameter[]): Promise<Row[]> {
    if (!this.ofRequest) return this.send<Row>(text, params);
    refuseGone(this.gone);
    let cancelling: Promise<void> | null = null;
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
    this.client.off('error', surfacesInTheNextStatement);
    this.client.release(this.broken);
    this.leave();
  }

  private async send<Row extends object>(text: string, params: readonly SqlParameter[]): Promise<Row[]> {
    const { rows } = await this.client.query<Row>(text, [...params]);
    return rows;
  }

  /** Never rejects. Whether a cancel that failed takes effect later is not known, so the connection is not used again. */
  private async cancel(): Promise<void> {
    if (this.pid === null) return;
    await cancelStatement(this.pools, this.pid).catch(() => (this.broken = true));
  }
}

function refuseGone(gone: AbortSignal | null): void {
  if (gone?.aborted === true) throw new ClientGoneError();
}

/** A connection lost between two statements must not end the process: the next statement reports it. */
const surfacesInTheNextStatement = (): void => undefined;
