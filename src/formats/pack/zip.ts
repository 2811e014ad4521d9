import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

const DEFLATE_LEVEL = 1;
const VERSION = 20;
const DEFLATED = 8;
/** Sizes and checksum follow the content; the name is UTF-8. */
const FLAGS = 0x0808;
/** 1 January 1980, the first day that the format knows: the same content gives the same archive. */
const DATE = 0x21;
const MAX_BYTES = 0xffffffff;

/** A file that is too large for a plain zip archive. */
export class ZipTooLargeError extends Error {
  readonly code = 'zip_too_large';

  constructor() {
    super(
      'A zip archive holds at most 4 GiB. Export with compression gzip or zstd, or in parts by a filter.',
    );
  }
}

/** A zip archive with one file, written in constant memory. Throws what the source throws, and a `ZipTooLargeError`. */
export async function* zip(file: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Buffer> {
  const entry = { name: Buffer.from(name), sum: 0, size: 0, packed: 0 };
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of file) {
      entry.sum = crc32(chunk, entry.sum);
      entry.size += chunk.length;
      if (entry.size > MAX_BYTES) throw new ZipTooLargeError();
      yield chunk;
    }
  };
  yield localHeader(entry.name);
  const packer = createDeflateRaw({ level: DEFLATE_LEVEL });
  pipeline(Readable.from(counted(), { objectMode: false }), packer, () => undefined);
  try {
    for await (const chunk of packer as AsyncIterable<Buffer>) {
      entry.packed += chunk.length;
      yield chunk;
    }
  } finally {
    packer.destroy();
  }
  if (entry.packed > MAX_BYTES) throw new ZipTooLargeError();
  yield ending(entry);
}

interface Entry {
  readonly name: Buffer;
  readonly sum: number;
  readonly size: number;
  readonly packed: number;
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(DATE, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

/** What follows the content: its sizes, the directory and the end of the directory. */
function ending(entry: Entry): Buffer {
  const { name, packed } = entry;
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(0x08074b50, 0);
  writeSizes(sizes, 4, entry);
  const directory = Buffer.alloc(46);
  directory.writeUInt32LE(0x02014b50, 0);
  directory.writeUInt16LE(VERSION, 4);
  directory.writeUInt16LE(VERSION, 6);
  directory.writeUInt16LE(FLAGS, 8);
  directory.writeUInt16LE(DEFLATED, 10);
  directory.writeUInt16LE(DATE, 14);
  writeSizes(directory, 16, entry);
  directory.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length + name.length, 12);
  const directoryStart = 30 + name.length + packed + sizes.length;
  if (directoryStart > MAX_BYTES) throw new ZipTooLargeError();
  end.writeUInt32LE(directoryStart, 16);
  return Buffer.concat([sizes, directory, name, end]);
}

function writeSizes(target: Buffer, at: number, { sum, packed, size }: Entry): void {
  target.writeUInt32LE(sum, at);
  target.writeUInt32LE(packed, at + 4);
  target.writeUInt32LE(size, at + 8);
}
