import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createToken } from '../../src/auth/bearer-token';

const MAIN = join(__dirname, '../../dist/src/main.js');

const START_MS = 120_000;
const STOP_MS = 30_000;

/** The built application as a process of its own. */
export interface AppProcess {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/**
 * Starts `dist/src/main.js` on this database, with a Redis of its own; nothing but the limit of requests is set. With
 * `profile`, a folder, it writes its CPU profile there when it stops.
 */
export async function startApp(
  databaseUrl: string,
  dataDir: string,
  profile: string | null,
): Promise<AppProcess> {
  if (!existsSync(MAIN))
    throw new Error('There is no dist/src/main.js; run the benchmark as "npm run bench".');
  const { token } = createToken();
  const profiler = profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const child = spawn(process.execPath, [...profiler, MAIN], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'error',
      BOOTSTRAP_TOKEN: token,
      RATE_PER_SECOND: '1000000', // the benchmark asks more often than a client may
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(timer);
  };
  try {
    const url = await announcedUrl(child, ended);
    return { url, token, pid: child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address that the application announces once it is up. */
function announcedUrl(child: ReturnType<typeof spawn>, ended: Promise<unknown>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (): void => reject(new Error(`The application did not come up: ${said}`));
    const timer = setTimeout(fail, START_MS);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const [, url] = /(http:\/\/\S+)\/docs\n/.exec(said) ?? [];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    void ended.then(() => {
      clearTimeout(timer);
      fail();
    });
  });
}
