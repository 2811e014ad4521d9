import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureDatabase } from '../../../src/embedded/postgres-server';
import { findFreePort, LOOPBACK } from '../../../src/embedded/running-server';
import { giveTo, makePrivateFolder } from '../../../src/embedded/server-folders';
import { ServerLog, SupervisedProcess, toLog } from '../../../src/embedded/supervised-process';
import { preparePostgres } from '../../../src/embedded/postgres-binaries';
import { POSTGRES_ENVIRONMENT } from '../../../src/embedded/postgres-cluster';
import { findRunAs } from '../../../src/embedded/server-user';
import { makeTestFolder } from '../test-servers';

/**
 * A PostgreSQL that writes the plan of every statement it executes into a file, with what each node
 * really did.
 */
export interface PlanServer {
  /** Such as `15.14`. */
  readonly version: string;
  /** Of an empty database. */
  readonly url: string;
  /** The file of plans: one JSON object a line. */
  readonly planFile: string;
  stop: () => Promise<void>;
}

/** Where Debian's package postgresql-15 puts its programs: the oldest release that is supported. */
export const DEBIAN_15 = '/usr/lib/postgresql/15/bin';

const USER = 'almagest';
const START_LIMIT_MS = 60_000;
const STOP = [
  { signal: 'SIGQUIT', graceMs: 5_000 },
  { signal: 'SIGKILL', graceMs: 5_000 },
] as const;

const SETTINGS = {
  listen_addresses: LOOPBACK,
  unix_socket_directories: '',
  shared_buffers: '128MB',
  work_mem: '32MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  jit: 'off',
  timezone: 'UTC',
  autovacuum: 'off', // the suite alone decides what the statistics know
  max_parallel_workers_per_gather: '0', // a worker would log its part of a plan by itself
  logging_collector: 'on',
  log_destination: 'jsonlog',
  log_directory: 'plans',
  log_filename: 'plans.log',
  log_file_mode: '0644',
  log_rotation_age: '0',
  log_rotation_size: '0',
  log_checkpoints: 'off',
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_format': 'json',
  'auto_explain.log_nested_statements': 'on',
};

/** Starts the embedded PostgreSQL, or that of a folder of programs, on a folder of its own. */
export async function startPlanServer(bin: string | null): Promise<PlanServer> {
  const runAs = findRunAs();
  const home = join(await makeTestFolder(), 'home');
  await makePrivateFolder(home, runAs);
  const { initdb, postgres, version } = bin === null ? await preparePostgres(runAs, home) : programsIn(bin);
  const data = join(home, 'data');
  const options = { cwd: '/', env: POSTGRES_ENVIRONMENT, ...runAs.identity };
  await promisify(execFile)(
    initdb,
    [`--pgdata=${data}`, `--username=${USER}`, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    options,
  );
  await mkdir(join(data, 'plans'));
  await giveTo(join(data, 'plans'), runAs);
  const port = await findFreePort();
  const args = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const log = new ServerLog(join(home, 'postgres.log'));
  const kept = new SupervisedProcess({
    name: `PostgreSQL ${version}`,
    log,
    stop: STOP,
    onLost: (sentence) => console.error(sentence),
    launch: async () =>
      log.withHandle((handle) =>
        spawn(...endsWithParent([postgres, '-D', data, ...args]), { ...options, stdio: toLog(handle) }),
      ),
  });
  const url = new URL(`postgres://${USER}@${LOOPBACK}:${port}/almagest`);
  await kept.start(() => ensureDatabase(url), START_LIMIT_MS, new AbortController().signal);
  return {
    version,
    url: url.href,
    planFile: join(data, 'plans', 'plans.json'),
    stop: async () => {
      await kept.stop();
      await rm(join(home, '..'), { recursive: true, force: true });
    },
  };
}

function programsIn(bin: string): { initdb: string; postgres: string; version: string } {
  const postgres = join(bin, 'postgres');
  const { stdout } = spawnSync(postgres, ['--version'], { cwd: '/', encoding: 'utf8' });
  return { initdb: join(bin, 'initdb'), postgres, version: /\d+(\.\d+)*/.exec(stdout)?.[0] ?? 'unknown' };
}

/** Linux can end a server with the process that started it, even when that is killed. */
function endsWithParent([program = '', ...args]: string[]): [string, string[]] {
  const setpriv = '/usr/bin/setpriv';
  return existsSync(setpriv) ? [setpriv, ['--pdeathsig', 'QUIT', program, ...args]] : [program, args];
}
