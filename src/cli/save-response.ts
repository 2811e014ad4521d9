import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CliFailure, EXIT } from './failures';
import type { Terminal } from './terminal/terminal';

/** The body of a response, as a stream. */
export type Body = ReadableStream<Uint8Array>;

/**
 * Streams a body to `path`, which is created once the body is complete; `-` is standard output. With `sha256` the bytes must
 * have that hash. Throws a `CliFailure` when the file cannot be written or the hash differs.
 */
export async function saveResponse(
  body: Body,
  path: string,
  { out }: Pick<Terminal, 'out'>,
  { sha256 = null, signal }: { sha256?: string | null; signal: AbortSignal },
): Promise<void> {
  const hash = createHash('sha256');
  if (path === '-') {
    await pipeline(body, hashInto(hash), keepOpen(out), { signal });
    return check(hash, sha256);
  }
  const temporary = `${path}.part`;
  try {
    await pipeline(body, hashInto(hash), createWriteStream(temporary), { signal });
    check(hash, sha256);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    if (error instanceof Error && 'syscall' in error)
      throw new CliFailure(`${path} cannot be written: ${error.message}.`);
    throw error;
  }
}

function check(hash: Hash, sha256: string | null): void {
  if (sha256 === null || hash.digest('hex') === sha256) return;
  throw new CliFailure(
    'The downloaded file differs from the file that the server wrote. Export it again.',
    EXIT.unreachable,
  );
}

const hashInto = (hash: Hash): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });

/** Writes to standard output without closing it. */
const keepOpen = (out: Writable) =>
  async function (source: AsyncIterable<Buffer>): Promise<void> {
    for await (const chunk of source) {
      if (!out.write(chunk)) await new Promise((resolve) => out.once('drain', resolve));
    }
  };
