import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { createToken } from '../../src/auth/bearer-token';
import { type Answer, ApiClient } from '../faults/api-client';
import { type AppProcess, spawnApp, waitUntilUp } from './app-process';
import { makeTestFolder } from './test-servers';

/** A process of the application on a host of its own. */
export interface Host extends AppProcess {
  readonly url: string;
  /** A client that repeats what meets no answer. */
  readonly client: ApiClient;
  /** One request, whatever comes back. */
  once(method: string, path: string, headers?: Record<string, string>): Promise<Answer>;
}

/** Processes of one installation: each has a DATA_DIR of its own, in which only `files` is shared. */
export class Hosts {
  readonly token = createToken().token;
  readonly all: Host[] = [];

  private constructor(
    private readonly main: string,
    readonly folder: string,
    private readonly environment: Record<string, string>,
  ) {}

  /** `environment` is for every process; it has DATABASE_URL and REDIS_URL. */
  static async prepare(main: string, environment: Record<string, string>): Promise<Hosts> {
    const folder = await makeTestFolder();
    await mkdir(join(folder, 'files'));
    return new Hosts(main, folder, environment);
  }

  /** The folder that all hosts share. */
  get files(): string {
    return join(this.folder, 'files');
  }

  async start(role: 'api' | 'worker', environment: Record<string, string> = {}): Promise<Host> {
    const dataDir = join(this.folder, `host${this.all.length}`);
    await mkdir(dataDir);
    await symlink(this.files, join(dataDir, 'files'));
    const own = { ROLE: role, DATA_DIR: dataDir, BOOTSTRAP_TOKEN: this.token };
    const app = spawnApp({ ...this.environment, ...own, ...environment }, this.main, []);
    process.once('exit', () => app.child.kill('SIGKILL'));
    const url = await waitUntilUp(app);
    const once = async (
      method: string,
      path: string,
      headers: Record<string, string> = {},
    ): Promise<Answer> => {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { Authorization: `Bearer ${this.token}`, ...headers },
      });
      const text = await response.text();
      return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : { text } };
    };
    const host: Host = { ...app, url, client: new ApiClient(url, this.token), once };
    this.all.push(host);
    return host;
  }

  async stop(): Promise<void> {
    for (const { child } of this.all) child.kill('SIGKILL');
    await Promise.all(this.all.map(({ ended }) => ended));
    await rm(this.folder, { recursive: true, force: true });
  }
}
