import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** package.json, relative to src/cli and from dist/src/cli. */
const PATHS = ['../../package.json', '../../../package.json'];

/** The version in package.json. */
export function readVersion(): string {
  for (const path of PATHS) {
    const text = readOrNull(join(__dirname, path));
    if (text !== null) return (JSON.parse(text) as { version: string }).version;
  }
  throw new Error('package.json is missing: run almagest from its own package.');
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null; // tried at the other path too
  }
}
