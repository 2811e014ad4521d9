import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, type QueryResultRow } from 'pg';
import { createToken } from '../../src/auth/bearer-token';
import { findFreePort } from '../../src/embedded/running-server';
import { type EmbeddedServers, startEmbedded } from '../../src/embedded/start-embedded';
import { type AppProcess, spawnApp, waitUntilUp } from '../support/app-process';
import { eventually } from '../support/eventually';
import { makeTestFolder, TYPESCRIPT } from '../support/test-servers';
import { ApiClient } from './api-client';
import { watchLeases } from './lease-log';
import { RedisProcess } from './redis-process';

/** A program that is run as a process. */
export interface Program {
  main: string;
  nodeArguments: readonly string[];
}

/**
 * Short leases and waits, so that a run has many takeovers, and small batches, so that an import
 * has many transactions.
 */
const SHORT = {
  ...{ LEASE_MS: '1000', LEASE_RENEW_MS: '300', RECONCILE_MS: '1000', RETRY_MAX_MS: '2000' },
  ...{ BATCH_ROWS: '100', BATCH_BYTES: '2048' },
};

/**
 * A range of an import ends after so many rows, or with the bytes of sixteen batches before that.
 * Workers differ: who takes over an import may cut it in other places.
 */
export const RANGES = [{ BATCH_ROWS: '100' }, { BATCH_ROWS: '1000' }] as const;

/** A worker process, and what was done to it. */
export interface Worker extends AppProcess {
  pid: number;
  up: boolean;
  frozen: boolean;
}

/** Postgres, Redis, one API process and some workers, each a real process that may be killed. */
export class Installation {
  workers: Worker[] = [];
  readonly failures: string[] = [];
  private api: AppProcess | null = null;
  private readonly processes: AppProcess[] = [];

  private constructor(
    readonly app: Program,
    readonly dataDir: string,
    readonly redis: RedisProcess,
    private readonly servers: EmbeddedServers,
    private readonly port: number,
    private readonly token: string,
    private readonly environment: Record<string, string>,
  ) {}

  /** `environment` is for every process. */
  static async start(app: Program, environment: Record<string, string> = {}): Promise<Installation> {
    const dataDir = await makeTestFolder();
    const redis = await RedisProcess.start();
    const servers = await startEmbedded({
      dataDir: join(dataDir, 'servers'),
      databaseUrl: '',
      redisUrl: redis.url,
      temporary: true,
      nodeArguments: TYPESCRIPT,
    });
    await keepCommits(servers.databaseUrl);
    const { token } = createToken();
    const port = await findFreePort();
    const own = { ...SHORT, ...environment };
    const installation = new Installation(app, dataDir, redis, servers, port, token, own);
    process.once('exit', installation.killAll);
    await installation.startApi();
    await watchLeases(installation);
    return installation;
  }

  async stop(): Promise<void> {
    process.off('exit', this.killAll);
    await this.stopWorkers();
    this.api?.child.kill('SIGKILL');
    await this.api?.ended;
    await this.redis.kill();
    await this.servers.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Of the database, for connections of a test's own. */
  get databaseUrl(): string {
    return this.servers.databaseUrl;
  }

  get client(): ApiClient {
    return new ApiClient(`http://127.0.0.1:${this.port}`, this.token);
  }

  /** (Re)starts the API at the same address. */
  async startApi(environment: Record<string, string> = {}): Promise<AppProcess> {
    this.api?.child.kill('SIGKILL');
    await this.api?.ended;
    this.api = this.spawn(this.app, { ROLE: 'api', PORT: String(this.port), ...environment });
    await waitUntilUp(this.api);
    const { api } = this;
    void api.ended.then((code) => {
      if (this.api !== api || api.child.signalCode === 'SIGKILL') return;
      const sentence = `the API ended with ${code}: ${api.errors().slice(-2_000)}`;
      this.failures.push(sentence);
      process.stderr.write(`${sentence}\n`); // at once: its clients give up before the round ends
    });
    return this.api;
  }

  /** Starts a worker, and resolves when it works. */
  async startWorker(environment: Record<string, string> = {}, program = this.app): Promise<Worker> {
    const app = this.spawn(program, { ROLE: 'worker', WORKER_CONCURRENCY: '4', ...environment });
    const worker: Worker = { ...app, pid: app.child.pid ?? 0, up: false, frozen: false };
    this.workers.push(worker);
    void app.ended.then(() => (this.workers = this.workers.filter((other) => other !== worker)));
    try {
      await waitUntilUp(app);
      worker.up = true;
    } catch (error) {
      // A database that is away at the start ends it in good order, and so does whoever kills it
      // meanwhile.
      if (
        app.child.signalCode === null &&
        !/ECONNREFUSED|57P0|terminat|starting up|shutting/.test(String(error))
      ) {
        this.failures.push(String(error));
      }
    }
    return worker;
  }

  /** The servers end with this process by themselves, the application does not. */
  private readonly killAll = (): void => {
    for (const { child } of this.processes) child.kill('SIGKILL');
    void this.redis.kill();
  };

  async stopWorkers(): Promise<void> {
    const all = [...this.workers];
    for (const { child } of all) child.kill('SIGKILL');
    await Promise.all(all.map(({ ended }) => ended));
  }

  /** What the processes logged as errors, to find out why something is wrong. */
  errorLines(): string[] {
    const printed = this.processes.flatMap((app) => `${app.output()}${app.errors()}`.split('\n'));
    return printed.filter((line) => line.includes('"level":"error"') && !/"http"|answered with/.test(line));
  }

  /** Asks the database itself, on a connection of its own; waits while it is away. */
  async query<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    let rows: Row[] = [];
    await eventually(
      'the database responds',
      async () => {
        try {
          rows = await this.ask<Row>(text, values);
          return true;
        } catch (error) {
          if (/^(42|22|23)/.test(String((error as { code?: unknown }).code))) throw error;
          return false;
        }
      },
      60_000,
    );
    return rows;
  }

  /**
   * Ends Postgres as an operator (SIGINT), a crash (SIGQUIT) or the kernel (SIGKILL) does; its
   * supervisor starts it again.
   */
  async restartPostgres(signal: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): Promise<void> {
    const [folder] = await this.query<{ data: string }>(`SELECT current_setting('data_directory') AS data`);
    const pid = await readFile(join(folder?.data ?? '', 'postmaster.pid'), 'utf8');
    process.kill(Number(pid.split('\n')[0]), signal);
  }

  private async ask<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
    const client = new Client({ connectionString: this.servers.databaseUrl, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined); // the statement under way reports it
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end().catch(() => undefined); // lost with its server
    }
  }

  private spawn({ main, nodeArguments }: Program, environment: Record<string, string>): AppProcess {
    const { databaseUrl } = this.servers;
    const shared = { DATABASE_URL: databaseUrl, REDIS_URL: this.redis.url, DATA_DIR: this.dataDir };
    const all = {
      ...shared,
      BOOTSTRAP_TOKEN: this.token,
      LOG_LEVEL: 'error',
      ...this.environment,
      ...environment,
    };
    const app = spawnApp(all, main, nodeArguments);
    this.processes.push(app);
    return app;
  }
}

/**
 * Temporary servers may forget the last commits when they are killed; here that would be a fault of
 * nobody.
 */
async function keepCommits(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`DO $$ BEGIN
    EXECUTE format('ALTER DATABASE %I SET synchronous_commit = on', current_database());
  END $$`);
  await client.end();
}
