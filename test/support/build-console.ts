import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '../..');
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');

/** Builds the console into a folder of its own, as `npm run build` does into dist/console. */
export async function buildConsole(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'almagest-console-'));
  const options = ['--config', join(ROOT, 'console/vite.config.mjs'), '--outDir', folder];
  await promisify(execFile)(process.execPath, [VITE, 'build', join(ROOT, 'console'), ...options], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
