import type { OnApplicationShutdown } from '@nestjs/common';
import { Pool, type PoolClient } from 'pg';
import { poolSizes, type PoolName } from '../config/pool-sizes';
import type { Settings } from '../config/settings';
import { hasOtherServers, poolTarget } from './connect-database';
import { POOL_WAIT_MS, CONNECTION_PARAMETERS, requestParameters } from './connection-options';
import { SharedPermits } from '../redis/shared-permits';
import type { ScriptRunner } from '../redis/shared-redis';
import { PoolBusyError } from './request-errors';
import { TotalConnections } from './total-connections';
import { isTransient } from './transient-error';
import { WorkspaceConnections } from './workspace-connections';

/** What pg-pool says when no connection became free in time. */
const NO_CONNECTION = /timeout exceeded when trying to connect/;

/** The pools of this process, one for each use of a connection. A pool opens connections on demand. */
export class Pools implements OnApplicationShutdown {
  private readonly pools: Readonly<Record<PoolName, Pool>>;
  /** Bounds the connections of one workspace in the pool of requests. */
  readonly workspaces: WorkspaceConnections;

  /** `redis` counts what holds in all processes together; without it every limit is of this process. */
  constructor(
    readonly settings: Settings,
    redis: ScriptRunner | null = null,
  ) {
    const { connectionWaitMs, workspaceConnections, workspaceConnectionsTotal } = settings;
    const sizes = poolSizes(settings);
    const open = (name: PoolName, waitMs = POOL_WAIT_MS, parameters = ''): Pool => {
      const pool = new Pool({
        ...poolTarget(settings.databaseUrl),
        keepAlive: true, // a server that vanished is noticed
        application_name: `almagest:${name}`,
        max: sizes[name],
        connectionTimeoutMillis: waitMs,
        options: `${CONNECTION_PARAMETERS} ${parameters}`,
      });
      return pool.on('error', () => undefined); // an idle connection was lost; the next statement opens another
    };
    this.pools = {
      requests: open('requests', connectionWaitMs, requestParameters(settings)),
      jobs: open('jobs'),
      leases: open('leases'),
      access: open('access'),
    };
    const total =
      redis === null || workspaceConnectionsTotal === 0
        ? null
        : new TotalConnections(
            new SharedPermits(redis, 'connections'),
            workspaceConnectionsTotal,
            connectionWaitMs,
          );
    this.workspaces = new WorkspaceConnections(workspaceConnections, connectionWaitMs, total);
  }

  /** A connection of the pool; the caller releases it. Throws `PoolBusyError` when requests wait too long for one. */
  async connect(name: PoolName): Promise<PoolClient> {
    try {
      return await this.connectOnce(name);
    } catch (error) {
      if (name === 'requests' && error instanceof Error && NO_CONNECTION.test(error.message)) {
        throw new PoolBusyError(error);
      }
      throw error;
    }
  }

  /** A connection to a server that is the primary no longer is tried once more: then the new one is known, or none is. */
  private async connectOnce(name: PoolName): Promise<PoolClient> {
    try {
      return await this.pools[name].connect();
    } catch (error) {
      const busy = error instanceof Error && NO_CONNECTION.test(error.message);
      if (busy || !isTransient(error) || !hasOtherServers(this.settings.databaseUrl)) throw error;
      return this.pools[name].connect();
    }
  }

  /** Closes every connection as soon as it is given back. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.all(Object.values(this.pools).map((pool) => pool.end()));
  }
}
