import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureDatabase } from './ensure-database';
import { findFreePort, LOOPBACK } from './free-port';
import { SupervisedProcess } from './supervised-process';
import { endOrphans } from './orphans';
import type { PostgresBinaries } from './postgres-binaries';
import { POSTGRES_ENVIRONMENT, type PostgresCluster, USER } from './postgres-cluster';
import { postgresSettings } from './postgres-settings';
import type { RunningServer } from './running-server';
import type { ServerContext } from './server-context';
import { ServerLog, toLog } from './server-log';

/** Recovery after a crash replays at most a few gigabytes of log. */
const START_LIMIT_MS = 300_000;
const DATABASE = 'almagest';
const LOG = 'postgres.log';
/** SIGINT is Postgres' fast shutdown: it ends sessions and writes a checkpoint. SIGQUIT leaves that to the next start. */
const STOP = [
  { signal: 'SIGINT', graceMs: 60_000 },
  { signal: 'SIGQUIT', graceMs: 5_000 },
  { signal: 'SIGKILL', graceMs: 5_000 },
] as const;

/** Address of the database in a private cluster that runs at `server`, a host and a port. */
export const privateUrl = (password: string, server: string): string =>
  `postgres://${USER}:${password}@${server}/${DATABASE}`;

/** Runs Postgres on the cluster, with an empty database in it the first time, and answers when it takes connections. */
export async function startPostgres(
  binaries: PostgresBinaries,
  cluster: PostgresCluster,
  { home, runAs, temporary, signal, onLost }: ServerContext,
): Promise<RunningServer> {
  const port = await findFreePort();
  const log = new ServerLog(join(home, LOG));
  const args = ['-D', cluster.folder, ...postgresSettings(port, temporary)];
  const kept = new SupervisedProcess({
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
  await kept.start(() => ensureDatabase(url), START_LIMIT_MS, signal);
  return {
    url: url.href,
    describe: `PostgreSQL ${binaries.version}, private, in ${cluster.folder}`,
    folder: cluster.folder,
    stop: () => kept.stop(),
  };
}

/**
 * Ends what was left running there, and forgets the process id it left: by now that may be another program's, which
 * Postgres would take for itself. Without /proc nothing is known to have ended, and the file stays for Postgres to judge.
 */
async function clearFolder(folder: string): Promise<void> {
  await endOrphans(folder);
  if (process.platform === 'linux') await rm(join(folder, 'postmaster.pid'), { force: true });
}
