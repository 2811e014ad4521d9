import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createToken } from '../../src/auth/bearer-token';

const MAIN = join(__dirname, '../../dist/src/main.js');

const START_MS = 120_000;
const STOP_MS = 30_000;

/** The built application as a separate process. */
export interface AppProcess {
  readonly url: string;
  readonly token: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/**
 * Starts `dist/src/main.js` on this database with a private Redis and default settings, except for the rate limit. Writes
 * its CPU profile to the folder `profile` when it stops.
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
      RATE_PER_SECOND: '1000000', // the benchmark exceeds the default limit
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

/** The URL that the application prints when it is up. */
function announcedUrl(child: ReturnType<typeof spawn>, ended: Promise<unknown>): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (): void => reject(new Error(`The application did not come up: ${output}`));
    const timer = setTimeout(fail, START_MS);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const [, url] = /(http:\/\/\S+)\/docs\n/.exec(output) ?? [];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then(() => {
      clearTimeout(timer);
      fail();
    });
  });
}
