import xxhash from 'xxhash-wasm';

/** Each frame has so many bytes of the file: the memory of one, and the same frames however the bytes arrive. */
const FRAME_BYTES = 1_048_576;
const LEVEL = 1;

/** Compresses to zstd as a sequence of frames of one mebibyte each, in constant memory. Throws what the source throws. */
export async function* zstd(file: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const { Zstd } = await import('@hpcc-js/wasm-zstd');
  const packer = await Zstd.load();
  const hashes = await xxhash();
  const packFrame = (bytes: Uint8Array): Buffer =>
    withChecksum(packer.compress(bytes, LEVEL), hashes.h64Raw(bytes));
  const frame = Buffer.allocUnsafe(FRAME_BYTES);
  let length = 0;
  let isEmpty = true;
  for await (const chunk of file) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + FRAME_BYTES - length);
      frame.set(part, length);
      length += part.length;
      at += part.length;
      if (length < FRAME_BYTES) continue;
      yield packFrame(frame);
      length = 0;
      isEmpty = false;
    }
  }
  if (length > 0 || isEmpty) yield packFrame(frame.subarray(0, length));
}

/** Position of the descriptor in a frame, and its bit for a checksum at the end (RFC 8878). */
const DESCRIPTOR = 4;
const HAS_CHECKSUM = 4;

/** The frame with a checksum of its content: the compressor itself writes none. */
function withChecksum(frame: Uint8Array, hash: bigint): Buffer {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(Number(hash & 0xffffffffn));
  const checked = Buffer.concat([frame, sum]);
  checked[DESCRIPTOR] = (checked[DESCRIPTOR] ?? 0) | HAS_CHECKSUM;
  return checked;
}
