/**
 * `node --require` of this file runs TypeScript without a build, so that tests can start real
 * processes. What was compiled once is read from a cache: a run starts hundreds of processes of the
 * same sources.
 */
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const options = require('./swc-options.cjs');

const CACHE = join(__dirname, '../../node_modules/.cache/almagest-swc');
const VERSION = JSON.stringify([require('@swc/core/package.json').version, options]);

mkdirSync(CACHE, { recursive: true });

require.extensions['.ts'] = (module, filename) => {
  module._compile(compile(readFileSync(filename, 'utf8'), filename), filename);
};

function compile(source, filename) {
  const hash = createHash('sha1').update(VERSION).update(filename).update('\0').update(source);
  const path = join(CACHE, `${hash.digest('hex')}.js`);
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Loaded only here: the compiler takes longer to load than all cached files.
    const { transformSync } = require('@swc/core');
    const { code } = transformSync(source, { ...options, filename, swcrc: false, sourceMaps: 'inline' });
    writeFileSync(`${path}.${process.pid}`, code);
    renameSync(`${path}.${process.pid}`, path); // whole or not at all, for processes that start together
    return code;
  }
}
