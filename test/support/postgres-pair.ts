import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { appendFile, chmod, chown, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { findFreePort } from '../../src/embedded/running-server';
import { findRunAs } from '../../src/embedded/server-user';
import { eventually } from './eventually';
import { findProcessesIn } from './server-processes';
import { makeTestFolder } from './test-servers';

const ROOT = '/usr/lib/postgresql';
const NEEDED = ['initdb', 'postgres', 'pg_basebackup', 'pg_ctl'];

/** Folder of PostgreSQL programs of this machine that can make a standby; null when there is none. */
export function findPostgresPrograms(): string | null {
  if (!existsSync(ROOT)) return null;
  const folders = readdirSync(ROOT).map((version) => join(ROOT, version, 'bin'));
  return folders.find((bin) => NEEDED.every((name) => existsSync(join(bin, name)))) ?? null;
}

interface StandaloneServer {
  readonly folder: string;
  readonly port: number;
  readonly child: ChildProcess;
}

/** Kills the postmaster and all its processes; one that has ended is left alone. */
async function end({ folder, child }: StandaloneServer): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  for (const pid of [child.pid ?? 0, ...findProcessesIn(folder)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      continue; // it ended with its postmaster
    }
  }
  await ended;
}

/** A primary and its synchronous standby, each a process that may be killed. */
export class PostgresPair {
  private readonly servers: StandaloneServer[] = [];
  private readonly identity = findRunAs().identity;

  private constructor(
    private readonly bin: string,
    private readonly folder: string,
  ) {}

  static async start(bin: string): Promise<PostgresPair> {
    const folder = await makeTestFolder();
    const pair = new PostgresPair(bin, folder);
    await pair.createPrimary();
    await pair.createStandby();
    return pair;
  }

  /** Both servers, as DATABASE_URL names them. */
  get url(): string {
    const hosts = this.servers.map(({ port }) => `127.0.0.1:${port}`).join(',');
    return `postgresql://postgres@${hosts}/postgres?target_session_attrs=read-write`;
  }

  urlOf(index: 0 | 1): string {
    return `postgresql://postgres@127.0.0.1:${this.servers[index]?.port}/postgres`;
  }

  /** Kills the primary as the kernel does. */
  async killPrimary(): Promise<void> {
    const [primary] = this.servers;
    if (primary === undefined) throw new Error('There is no primary.');
    await end(primary);
  }

  /** Makes the standby the primary, and waits until it can be written. It then waits for no standby. */
  async promote(): Promise<void> {
    this.run('pg_ctl', ['promote', '-D', join(this.folder, 'standby')]);
    await eventually('the standby is promoted', async () => {
      const [row] = await this.ask<{ standby: boolean }>(1, 'SELECT pg_is_in_recovery() AS standby');
      return row?.standby === false;
    });
    await this.ask(1, `ALTER SYSTEM SET synchronous_standby_names = ''`);
    await this.ask(1, 'SELECT pg_reload_conf()');
  }

  async ask<Row extends object>(index: 0 | 1, text: string): Promise<Row[]> {
    const client = new Client({ connectionString: this.urlOf(index) });
    client.on('error', () => undefined); // the statement reports it
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    for (const server of this.servers) await end(server);
    await rm(this.folder, { recursive: true, force: true });
  }

  private async createPrimary(): Promise<void> {
    const folder = await this.makeFolder('primary');
    this.run('initdb', ['-D', folder, '-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8']);
    await appendFile(join(folder, 'pg_hba.conf'), 'host replication all 127.0.0.1/32 trust\n');
    await this.launch(folder, 0);
  }

  private async createStandby(): Promise<void> {
    const folder = await this.makeFolder('standby');
    const source = `host=127.0.0.1 port=${this.servers[0]?.port} user=postgres application_name=standby`;
    this.run('pg_basebackup', ['-D', folder, '-R', '-X', 'stream', '-c', 'fast', '--no-sync', '-d', source]);
    await this.launch(folder, 1);
    await this.ask(0, `ALTER SYSTEM SET synchronous_standby_names = 'standby'`);
    await this.ask(0, 'SELECT pg_reload_conf()');
    await eventually('the standby is synchronous', async () => {
      const rows = await this.ask<{ state: string }>(
        0,
        'SELECT sync_state AS state FROM pg_stat_replication',
      );
      return rows.some(({ state }) => state === 'sync');
    });
  }

  private async makeFolder(name: string): Promise<string> {
    const folder = join(this.folder, name);
    await mkdir(folder);
    await chmod(folder, 0o700);
    const { uid, gid } = this.identity;
    if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
    return folder;
  }

  private async launch(folder: string, index: 0 | 1): Promise<void> {
    const port = await findFreePort();
    const settings = [
      'fsync=off',
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=100',
    ];
    const args = ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
    const child = spawn(join(this.bin, 'postgres'), args, {
      cwd: '/',
      stdio: 'ignore',
      ...this.identity,
    });
    this.servers[index] = { folder, port, child };
    process.once('exit', () => child.kill('SIGKILL'));
    await eventually(
      'PostgreSQL responds',
      () =>
        this.ask(index, 'SELECT 1').then(
          () => true,
          () => false,
        ),
      120_000,
    );
  }

  private run(program: string, args: readonly string[]): void {
    const { status, stderr } = spawnSync(join(this.bin, program), args, {
      cwd: '/',
      encoding: 'utf8',
      ...this.identity,
    });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
  }
}
