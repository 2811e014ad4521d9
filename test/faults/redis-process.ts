import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { findFreePort } from '../../src/embedded/running-server';
import { findRedis } from '../../src/embedded/redis-server';
import { findRunAs } from '../../src/embedded/server-user';
import { eventually } from '../support/eventually';
import { TYPESCRIPT } from '../support/test-servers';

/**
 * A Redis that a test may flush, kill, and start again empty at the same address: a real one where
 * the machine has it.
 */
export class RedisProcess {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly port: number,
    private readonly program: string | null,
  ) {}

  static async start(): Promise<RedisProcess> {
    const redis = new RedisProcess(await findFreePort(), findRedis(findRunAs()));
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** True for a real redis-server, the only one that can run out of memory. */
  get real(): boolean {
    return this.program !== null;
  }

  async start(): Promise<void> {
    const settings = ['--port', String(this.port), '--save', '', '--maxmemory-policy', 'noeviction'];
    this.child = this.program
      ? spawn(this.program, settings, { stdio: 'ignore' })
      : spawn(process.execPath, [...TYPESCRIPT, join(__dirname, 'redis-program.ts'), String(this.port)], {
          stdio: 'ignore',
        });
    await eventually('Redis responds', () => this.send('PING').then(Boolean, () => false));
  }

  async kill(): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** From now on it answers nothing, until `thaw`; its connections stay open. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  async flush(): Promise<void> {
    await this.send('FLUSHALL');
  }

  /** From now on every write is answered with OOM, until `bytes` is 0. */
  async limitMemory(bytes: number): Promise<void> {
    await this.send(`CONFIG SET maxmemory ${bytes}`);
  }

  /** One command in the inline form; returns the first bytes of the reply. */
  private async send(command: string): Promise<string> {
    const socket = connect(this.port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      const words = command.split(' ');
      socket.write(`*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`);
      const [reply] = (await once(socket, 'data')) as [Buffer];
      return reply.toString();
    } finally {
      socket.destroy();
    }
  }
}
