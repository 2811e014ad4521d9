import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { join } from 'node:path';
import { endOrphans } from './processes';
import { findFreePort, LOOPBACK, type RunningServer, type ServerContext } from './running-server';
import { claimFolder, makePrivateFolder } from './server-folders';
import { canRun, type RunAs } from './server-user';
import { ServerLog, SupervisedProcess } from './supervised-process';

/** Programs that are searched for in PATH. */
const PROGRAMS = ['redis-server', 'valkey-server'];
const FOLDER = 'redis';
const LOG = 'redis.log';
const PASSWORD_BYTES = 24;
const START_LIMIT_MS = 60_000;
const STOP = [
  { signal: 'SIGTERM', graceMs: 10_000 },
  { signal: 'SIGKILL', graceMs: 5_000 },
] as const;

/** The Redis program of this machine that the user can run, or null. */
export function findRedis(runAs: RunAs): string | null {
  return PROGRAMS.find((program) => canRun(runAs, program, ['--version'])) ?? null;
}

/** Starts a real Redis in `<home>/redis` and resolves when it accepts commands. */
export async function startRedis(
  program: string,
  { home, runAs, temporary, signal, onLost }: ServerContext,
): Promise<RunningServer> {
  const folder = join(home, FOLDER);
  await makePrivateFolder(folder, runAs);
  await claimFolder(folder, runAs);
  const port = await findFreePort();
  const password = randomBytes(PASSWORD_BYTES).toString('hex');
  const log = new ServerLog(join(home, LOG));
  const server = new SupervisedProcess({
    name: `The private Redis (${program})`,
    log,
    stop: STOP,
    onLost,
    launch: async () => {
      await endOrphans(folder);
      const child = log.withHandle((handle) =>
        spawn(program, ['-'], {
          cwd: '/',
          detached: true,
          stdio: ['pipe', handle, handle],
          ...runAs.identity,
        }),
      );
      child.stdin?.on('error', () => undefined); // it ended before it read the configuration: the log says why
      child.stdin?.end(writeConfig(folder, port, password, temporary));
      return child;
    },
  });
  await server.start(() => pingRedis(port, password), START_LIMIT_MS, signal);
  return {
    url: `redis://:${password}@${LOOPBACK}:${port}`,
    describe: `Redis (${program}), private, in ${folder}`,
    folder,
    stop: () => server.stop(),
  };
}

/** Passed on standard input: the list of processes would show the password in arguments. */
function writeConfig(folder: string, port: number, password: string, temporary: boolean): string {
  return [
    `bind ${LOOPBACK}`,
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${folder.replaceAll(/["\\]/g, '\\$&')}"`,
    `appendonly ${temporary ? 'no' : 'yes'}`,
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction', // a queue must not lose keys
    'daemonize no',
    '',
  ].join('\n');
}

const RESPONSE_MS = 1_000;

/** Whether the Redis on this port accepts the password and responds; false while it loads its data. */
async function pingRedis(port: number, password: string): Promise<boolean> {
  return new Promise((resolve) => {
    let response = '';
    const socket = connect({ port, host: LOOPBACK, timeout: RESPONSE_MS });
    const finish = (): void => {
      socket.destroy();
      resolve(response === '+OK\r\n+PONG\r\n');
    };
    socket.on('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on('data', (chunk) => {
      response += chunk.toString('latin1');
      if (response.split('\r\n').length > 2) finish();
    });
    socket.on('timeout', finish).on('error', finish).on('close', finish);
  });
}
