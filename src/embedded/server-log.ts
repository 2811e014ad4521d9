import { closeSync, openSync, readFileSync, renameSync } from 'node:fs';
import type { SpawnOptions } from 'node:child_process';

const PRIVATE = 0o600;
const LAST_LINES = 3;

/** What a server prints: the file of this start, and `.old` of the one before, so that neither grows for ever. */
export class ServerLog {
  constructor(readonly path: string) {
    try {
      renameSync(path, `${path}.old`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }

  /** Runs `start` with an open end of the file, for the `stdio` of a child. */
  withHandle<T>(start: (handle: number) => T): T {
    const handle = openSync(this.path, 'a', PRIVATE);
    try {
      return start(handle);
    } finally {
      closeSync(handle); // the child has its own
    }
  }

  /** What was said last, for the sentence that tells why a server did not start. */
  lastLines(): string {
    return readFileSync(this.path, 'utf8').trim().split('\n').slice(-LAST_LINES).join(' ');
  }
}

/** Standard streams of a server: nothing in, all out into its log. */
export function toLog(handle: number): NonNullable<SpawnOptions['stdio']> {
  return ['ignore', handle, handle];
}
