import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import type { PostgresBinaries } from './postgres-binaries';
import { POSTGRES_ENVIRONMENT, type PostgresCluster, USER } from './postgres-cluster';
import { endOrphans } from './processes';
import { findFreePort, LOOPBACK, type RunningServer, type ServerContext } from './running-server';
import { ServerLog, SupervisedProcess, toLog } from './supervised-process';

/** Recovery after a crash replays at most a few gigabytes of log. */
const START_LIMIT_MS = 300_000;
const DATABASE = 'almagest';
const LOG = 'postgres.log';
/** SIGINT is the fast shutdown: it ends sessions and writes a checkpoint. After SIGQUIT the next start recovers. */
const STOP = [
  { signal: 'SIGINT', graceMs: 60_000 },
  { signal: 'SIGQUIT', graceMs: 5_000 },
  { signal: 'SIGKILL', graceMs: 5_000 },
] as const;

/** Address of the database in a private cluster that runs at `server`, a host and a port. */
export const privateUrl = (password: string, server: string): string =>
  `postgres://${USER}:${password}@${server}/${DATABASE}`;

/** Starts Postgres on the cluster, creates its database the first time, and resolves when it accepts connections. */
export async function startPostgres(
  binaries: PostgresBinaries,
  cluster: PostgresCluster,
  { home, runAs, temporary, signal, onLost }: ServerContext,
): Promise<RunningServer> {
  const port = await findFreePort();
  const log = new ServerLog(join(home, LOG));
  const args = ['-D', cluster.folder, ...postgresSettings(port, temporary)];
  const server = new SupervisedProcess({
    name: 'The private PostgreSQL',
    log,
    stop: temporary ? STOP.slice(1) : STOP,
    onLost,
    launch: async () => {
      await clearFolder(cluster.folder);
      const options = { cwd: '/', detached: true, env: POSTGRES_ENVIRONMENT, ...runAs.identity };
      return log.withHandle((handle) => spawn(binaries.postgres, args, { ...options, stdio: toLog(handle) }));
    },
  });
  const url = new URL(privateUrl(cluster.password, `${LOOPBACK}:${port}`));
  await server.start(() => ensureDatabase(url), START_LIMIT_MS, signal);
  return {
    url: url.href,
    describe: `PostgreSQL ${binaries.version}, private, in ${cluster.folder}`,
    folder: cluster.folder,
    stop: () => server.stop(),
  };
}

/**
 * Ends a server that was left running there and removes its pid file: another program may have that pid by now, and
 * Postgres would refuse to start. Without /proc nothing is known to have ended: Postgres itself checks the file.
 */
async function clearFolder(folder: string): Promise<void> {
  await endOrphans(folder);
  if (process.platform === 'linux') await rm(join(folder, 'postmaster.pid'), { force: true });
}

/** For a machine shared with the app. Passed at each start, so that a new release applies to existing clusters. */
const SETTINGS = {
  listen_addresses: LOOPBACK,
  unix_socket_directories: '', // the path of a socket may have 107 bytes, and that of a folder more
  max_connections: '200',
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '4GB',
  wal_compression: 'on',
  checkpoint_timeout: '15min',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_min_error_statement: 'panic', // statements contain data, which must not reach the log
  log_min_messages: 'log', // so do errors of statements; the app reports them
  fsync: 'on',
  synchronous_commit: 'on',
};

/** A temporary cluster need not survive a power cut. */
const TEMPORARY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Arguments of `postgres` for these settings. */
function postgresSettings(port: number, temporary: boolean): string[] {
  const settings = { ...SETTINGS, ...(temporary ? TEMPORARY : {}), port: String(port) };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

const MAINTENANCE = 'postgres';
const CONNECT_MS = 5_000;
/** Not listening yet; Postgres is starting, recovering or stopping. */
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03']);

/** False while the server is not up; true once it is and the database of `url` exists. */
export async function ensureDatabase(url: URL): Promise<boolean> {
  const name = decodeURIComponent(url.pathname.slice(1));
  const maintenance = new URL(url);
  maintenance.pathname = MAINTENANCE;
  const client = new Client({ connectionString: maintenance.href, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => undefined); // a lost connection fails the query below
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
    return true;
  } catch (error) {
    if (NOT_YET.has((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    await client.end();
  }
}
