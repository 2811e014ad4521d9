import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file that holds what came on standard input. */
export interface SpooledInput {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Writes standard input to a temporary file, because an upload that is tried again sends the same bytes. Rejects with what
 * `tooLarge` creates as soon as there are more than `max` bytes.
 */
export async function spoolInput(
  input: Readable,
  max: number,
  tooLarge: () => Error,
  signal: AbortSignal,
): Promise<SpooledInput> {
  const folder = await mkdtemp(join(tmpdir(), 'almagest-input-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'stdin');
  let bytes = 0;
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > max) done(tooLarge());
      else done(null, chunk);
    },
  });
  try {
    await pipeline(input, bounded, createWriteStream(path, { mode: 0o600 }), { signal });
    return { path, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
