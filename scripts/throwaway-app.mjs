import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../dist/src/main.js', import.meta.url));
const START_MS = 120_000;

/**
 * Runs the built application on an empty folder with private servers, passes its base URL to `use`, and removes everything
 * afterwards. `environment` is added to its own. Throws the output of the application when the start fails.
 */
export async function withThrowawayApp(use, environment = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'almagest-script-'));
  await chmod(dataDir, 0o755); // the private servers run as another user when we are root
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    return await use(await baseUrlOf(child));
  } finally {
    child.kill('SIGTERM');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The URL that the application prints when it is up. */
function baseUrlOf(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`The application did not come up: ${said}`)), START_MS);
    const hear = (chunk) => {
      said += chunk;
      const [, url] = /(http:\/\/\S+)\/docs\n/.exec(said) ?? [];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => {
      clearTimeout(timer);
      reject(new Error(`The application ended: ${said}`));
    });
  });
}
