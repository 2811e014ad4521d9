import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findReason, forgetState, readInputs, writeState } from './build-state.mjs';

/** Builds Almagest into dist. With --if-needed only when dist is not up to date. */
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

refuseOldNode();
const inputs = await readInputs(ROOT); // before the build: a change while it runs requires the next one
const reason = await findReason(ROOT, inputs);
if (!process.argv.includes('--if-needed')) await build();
else if (reason !== null) {
  console.log(`Building Almagest: ${reason}. This takes up to a minute …`);
  await build();
}

async function build() {
  await forgetState(ROOT);
  const { status } = spawnSync('npm', ['run', '--silent', 'build:steps'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) {
    const tools = existsSync(join(ROOT, 'node_modules/.bin/nest'));
    console.error(
      tools
        ? 'Almagest could not be built: see above.'
        : 'Almagest could not be built: run npm install --include=dev first.',
    );
    process.exit(1);
  }
  await writeState(ROOT, inputs);
}

/** The versions of `engines` in package.json, checked before anything else fails. */
function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return;
  console.error(`Almagest needs Node.js 20.19 or newer, or 22.12 or newer, and this is ${process.version}.`);
  process.exit(1);
}
