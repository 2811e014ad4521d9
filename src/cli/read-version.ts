import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** package.json, seen from src/cli and from dist/src/cli. */
const PLACES = ['../../package.json', '../../../package.json'];

/** Version of this Almagest, as package.json has it. */
export function readVersion(): string {
  for (const place of PLACES) {
    const text = readOrNull(join(__dirname, place));
    if (text !== null) return (JSON.parse(text) as { version: string }).version;
  }
  throw new Error('package.json is missing: run almagest from its own package.');
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null; // it is in the other place
  }
}
