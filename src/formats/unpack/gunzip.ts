import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { damaged } from './unpack-errors';

const CHUNK_BYTES = 65_536;

/**
 * Unpacks gzip, all members of the file one after the other. Throws a `FileError` for a damaged file, and what the source
 * throws.
 */
export async function* gunzip(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const unpacker = createGunzip({ chunkSize: CHUNK_BYTES });
  // An error on either side destroys the unpacker with it, and reading it throws.
  pipeline(Readable.from(source, { objectMode: false }), unpacker, () => undefined);
  try {
    for await (const chunk of unpacker) yield chunk as Buffer;
  } catch (error) {
    throw zlibError(error) ?? error;
  } finally {
    unpacker.destroy();
  }
}

/** Words for what zlib says. */
function zlibError(error: unknown): Error | null {
  const { code, message } = error as { code?: unknown; message?: string };
  if (code === 'Z_BUF_ERROR') return damaged('gzip', 'it ends too early');
  if (typeof code !== 'string' || !code.startsWith('Z_')) return null;
  return damaged('gzip', `its bytes are wrong (${message ?? code})`);
}
