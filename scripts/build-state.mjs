import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Everything in a checkout that a build reads. The last entry is what npm has installed. */
const FOLDERS = ['src', 'migrations', 'console'];
const FILES = [
  'package.json',
  'package-lock.json',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'scripts/build.mjs',
  'scripts/build-state.mjs',
  'node_modules/.package-lock.json',
];
const TEST = /\.spec\.tsx?$/;
const OUTPUT = 'dist';
const STATE = 'dist/.build-state.json';

/** Hashes contents: file times mean nothing after `git checkout`. */
export async function readInputs(root) {
  const lists = await Promise.all(FOLDERS.map((folder) => listFiles(root, folder)));
  const paths = [...lists.flat().filter((path) => !TEST.test(path)), ...FILES].sort();
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = await readFile(join(root, path)).catch(ifMissing(null));
    hash.update(`${path}\0${content === null ? 'missing' : content.length}\0`).update(content ?? '');
  }
  return { node: process.version, inputs: hash.digest('hex') };
}

/** Records that dist was built from these inputs; to be called when a build is complete. */
export async function writeState(root, inputs) {
  await writeFile(join(root, STATE), JSON.stringify({ ...inputs, outputs: await readOutputs(root) }));
}

/** Marks dist as not built until the next `writeState`. */
export const forgetState = (root) => rm(join(root, STATE), { force: true });

/** Why dist is not up to date with these inputs, as a phrase; null when it is. */
export async function findReason(root, { node, inputs }) {
  const built = await stat(join(root, OUTPUT)).catch(ifMissing(null));
  if (built === null) return 'it has not been built here yet';
  const state = JSON.parse(await readFile(join(root, STATE), 'utf8').catch(ifMissing('null')));
  if (state === null) return 'the last build was not finished, or is not one of this script';
  if (state.node !== node) return `it was built with Node.js ${state.node}, and this is ${node}`;
  if (state.inputs !== inputs) return 'the sources or packages have changed since the last build';
  if (state.outputs !== (await readOutputs(root))) return 'files of the last build are missing or changed';
  return null;
}

async function readOutputs(root) {
  const paths = (await listFiles(root, OUTPUT)).filter((path) => path !== STATE).sort();
  const sizes = await Promise.all(
    paths.map(async (path) => `${path} ${(await stat(join(root, path))).size}`),
  );
  return createHash('sha256').update(sizes.join('\n')).digest('hex');
}

async function listFiles(root, folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
    ifMissing([]),
  );
  const start = root.endsWith('/') ? root.length : root.length + 1;
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(start));
}

function ifMissing(value) {
  return (error) => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
}
