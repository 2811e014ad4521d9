import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Redis from 'ioredis';
import { findFreePort } from '../../src/embedded/running-server';
import { eventually } from './eventually';
import { makeTestFolder } from './test-servers';

const MASTER = 'almagest-test';
const SENTINELS = 3;
/** A sentinel is a redis-server that is started so. */
const PROGRAM = 'redis-server';

/** True where this machine has a Redis that can be a sentinel. */
export const hasRedisServer = (): boolean =>
  spawnSync(PROGRAM, ['--version'], { stdio: 'ignore' }).status === 0;

interface Server {
  readonly port: number;
  readonly child: ChildProcess;
}

/** A master, a replica and three sentinels. */
export class RedisSentinels {
  private readonly servers: Server[] = [];
  private readonly sentinels: Server[] = [];

  private constructor(private readonly folder: string) {}

  static async start(): Promise<RedisSentinels> {
    const redis = new RedisSentinels(await makeTestFolder());
    const master = await redis.launch(['--save', '']);
    const replica = await redis.launch(['--save', '', '--replicaof', `127.0.0.1 ${master.port}`]);
    redis.servers.push(master, replica);
    for (let n = 0; n < SENTINELS; n++) redis.sentinels.push(await redis.launchSentinel(n, master.port));
    await eventually(
      'the sentinels know each other and the replica',
      async () => {
        const known = await Promise.all(redis.sentinels.map(({ port }) => readMaster(port)));
        return known.every((one) => one['num-slaves'] === '1' && one['num-other-sentinels'] === '2');
      },
      120_000,
    );
    return redis;
  }

  /** As REDIS_URL names them. */
  get url(): string {
    const hosts = this.sentinels.map(({ port }) => `127.0.0.1:${port}`).join(',');
    return `redis+sentinel://${hosts}/${MASTER}/0`;
  }

  /** Kills the master, and waits until the sentinels name another one. */
  async killMaster(): Promise<void> {
    const [master] = this.servers;
    if (master === undefined) throw new Error('There is no master.');
    await kill(master);
    await eventually(
      'another master is named',
      async () => {
        const [sentinel] = this.sentinels;
        const { port = '' } = await readMaster(sentinel?.port ?? 0);
        return port === String(this.servers[1]?.port);
      },
      120_000,
    );
  }

  async stop(): Promise<void> {
    await Promise.all([...this.sentinels, ...this.servers].map(kill));
    await rm(this.folder, { recursive: true, force: true });
  }

  private async launch(args: readonly string[]): Promise<Server> {
    const port = await findFreePort();
    return this.spawn(port, ['--port', String(port), '--bind', '127.0.0.1', '--dir', this.folder, ...args]);
  }

  private async launchSentinel(index: number, master: number): Promise<Server> {
    const port = await findFreePort();
    const file = join(this.folder, `sentinel${index}.conf`);
    const settings = [
      `port ${port}`,
      'bind 127.0.0.1',
      `dir ${this.folder}`,
      `sentinel monitor ${MASTER} 127.0.0.1 ${master} 2`,
      `sentinel down-after-milliseconds ${MASTER} 1000`,
      `sentinel failover-timeout ${MASTER} 5000`,
    ];
    await writeFile(file, `${settings.join('\n')}\n`);
    await chmod(file, 0o600);
    return this.spawn(port, [file, '--sentinel']);
  }

  private async spawn(port: number, args: readonly string[]): Promise<Server> {
    const child = spawn(PROGRAM, args, { cwd: '/', stdio: 'ignore' });
    process.once('exit', () => child.kill('SIGKILL'));
    await eventually('Redis responds', () => ask(port, 'PING').then(Boolean, () => false), 60_000);
    return { port, child };
  }
}

async function kill({ child }: Server): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** What a sentinel says about the master. */
async function readMaster(port: number): Promise<Record<string, string>> {
  const pairs = (await ask(port, 'SENTINEL', 'MASTER', MASTER)) as string[];
  return Object.fromEntries(
    pairs.flatMap((key, index) => (index % 2 === 0 ? [[key, pairs[index + 1] ?? '']] : [])),
  );
}

async function ask(port: number, command: string, ...args: string[]): Promise<unknown> {
  const client = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined); // the command reports it
  try {
    await client.connect();
    return await client.call(command, ...args);
  } finally {
    client.disconnect();
  }
}
