import { Decompress } from 'fzstd';
import xxhash, { type XXHash } from 'xxhash-wasm';
import { ByteQueue } from './byte-queue';
import { damaged } from './unpack-errors';
import { frameParts, type FramePart } from './zstd-frame';

/**
 * Unpacks zstd, all frames of the file one after the other, in the memory of one window (32 MiB at most). The checksum of a
 * frame is verified. Throws a `FileError` for what cannot be unpacked, and what the source throws.
 */
export async function* unzstd(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const hashes = await xxhash();
  const queue = new ByteQueue(source);
  let frame: Frame | null = null;
  try {
    for await (const part of frameParts(queue)) {
      if (part.kind === 'header') frame = new Frame(hashes.create64());
      for (const chunk of frame?.unpack(part) ?? []) yield chunk;
    }
  } finally {
    await queue.end();
  }
}

/** One frame that is being unpacked. */
class Frame {
  private readonly unpacker = new Decompress((chunk) => void this.chunks.push(Buffer.from(chunk)));
  private readonly chunks: Buffer[] = [];

  constructor(private readonly hash: XXHash<bigint>) {}

  unpack({ kind, bytes, isEnd }: FramePart): Buffer[] {
    try {
      this.unpacker.push(bytes, isEnd); // a short frame comes out only at its end
    } catch (error) {
      throw damaged(
        'zstd',
        `its bytes are wrong (${error instanceof Error ? error.message : String(error)})`,
      );
    }
    const chunks = this.chunks.splice(0);
    for (const chunk of chunks) this.hash.update(chunk);
    if (kind === 'checksum' && Number(this.hash.digest() & 0xffffffffn) !== bytes.readUInt32LE()) {
      throw damaged('zstd', 'its checksum is wrong');
    }
    return chunks;
  }
}
