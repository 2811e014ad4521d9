import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Compression } from '../compression';
import { zip } from './zip';
import { zstd } from './zstd';

/** The fastest level: Postgres must not wait for the compressor. */
const GZIP_LEVEL = 1;

/**
 * Compresses a file in constant memory. The same bytes give the same bytes: no time and no random name is in them. `name`:
 * of the file inside a zip archive. Throws what the source throws, and a `ZipTooLargeError`.
 */
export function pack(
  file: AsyncIterable<Uint8Array>,
  compression: Compression,
  name: string,
): AsyncIterable<Uint8Array> {
  switch (compression) {
    case 'gzip':
      return gzip(file);
    case 'zip':
      return zip(file, name);
    case 'zstd':
      return zstd(file);
  }
}

async function* gzip(file: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const packer = createGzip({ level: GZIP_LEVEL });
  // An error of the source destroys the packer with it, and reading it throws.
  pipeline(Readable.from(file, { objectMode: false }), packer, () => undefined);
  try {
    for await (const chunk of packer) yield chunk as Buffer;
  } finally {
    packer.destroy();
  }
}
