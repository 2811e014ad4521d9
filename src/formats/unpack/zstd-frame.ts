import type { ByteQueue } from './byte-queue';
import { damaged, unsupported } from './unpack-errors';

const MAGIC = 0xfd2fb528;
const SKIPPABLE = 0x184d2a50;
/** Larger windows would need more memory than one file may take; level 19 of the usual compressor has 8 MiB. */
const MAX_WINDOW_BYTES = 33_554_432;
const DICTIONARY_ID_BYTES = [0, 1, 2, 4] as const;
const CONTENT_SIZE_BYTES = [0, 2, 4, 8] as const;

const SKIPPED_PIECE = 65_536;
const RAW = 0;
const RUN = 1;
const COMPRESSED = 2;

/** One part of a zstd frame (RFC 8878), as it is in the file. */
export interface FramePart {
  readonly bytes: Buffer;
  readonly kind: 'header' | 'block' | 'checksum';
  /** It is the last part of its frame. */
  readonly isEnd: boolean;
}

/**
 * The parts of all frames of a zstd file, each at most 128 KiB: so what a part unpacks to is bounded too. Skippable frames
 * are left out. Throws a `FileError` for a file that is cut short, has other content after a frame, needs a dictionary
 * or a window over 32 MiB.
 */
export async function* frameParts(queue: ByteQueue): AsyncGenerator<FramePart> {
  for (;;) {
    const magic = await queue.take(4);
    if (magic.length === 0) return;
    const number = magic.length < 4 ? 0 : magic.readUInt32LE();
    if ((number & 0xfffffff0) >>> 0 === SKIPPABLE) await skipFrame(queue);
    else if (number === MAGIC) yield* oneFrame(queue, magic);
    else throw damaged('zstd', 'bytes that are no zstd frame follow');
  }
}

async function skipFrame(queue: ByteQueue): Promise<void> {
  let left = (await exactly(queue, 4)).readUInt32LE();
  for (; left > 0; left -= Math.min(left, SKIPPED_PIECE)) await exactly(queue, Math.min(left, SKIPPED_PIECE));
}

async function* oneFrame(queue: ByteQueue, magic: Buffer): AsyncGenerator<FramePart> {
  const { bytes, hasChecksum } = await readHeader(queue);
  yield { kind: 'header', bytes: Buffer.concat([magic, bytes]), isEnd: false };
  for (let isLast = false; !isLast;) {
    const head = await exactly(queue, 3);
    const block = head.readUIntLE(0, 3);
    const type = (block >> 1) & 3;
    const size = block >> 3;
    isLast = (block & 1) === 1;
    if (size > 131_072 || (type !== RAW && type !== RUN && type !== COMPRESSED)) {
      throw damaged('zstd', 'a block of it is malformed');
    }
    const content = await exactly(queue, type === RUN ? 1 : size);
    yield { kind: 'block', bytes: Buffer.concat([head, content]), isEnd: isLast && !hasChecksum };
  }
  if (hasChecksum) yield { kind: 'checksum', bytes: await exactly(queue, 4), isEnd: true };
}

async function readHeader(queue: ByteQueue): Promise<{ bytes: Buffer; hasChecksum: boolean }> {
  const first = await exactly(queue, 1);
  const descriptor = first[0] ?? 0;
  const isSingle = (descriptor & 0x20) !== 0;
  const dictionary = DICTIONARY_ID_BYTES[(descriptor & 3) as 0 | 1 | 2 | 3];
  const flag = (descriptor >> 6) as 0 | 1 | 2 | 3;
  const sizeBytes = flag === 0 && isSingle ? 1 : CONTENT_SIZE_BYTES[flag];
  const rest = await exactly(queue, (isSingle ? 0 : 1) + dictionary + sizeBytes);
  if (rest.subarray(isSingle ? 0 : 1, (isSingle ? 0 : 1) + dictionary).some((byte) => byte !== 0)) {
    throw unsupported('zstd', 'it needs a dictionary, which only its sender has. Compress it without one.');
  }
  const window = isSingle ? contentSize(rest.subarray(dictionary)) : windowSize(rest[0] ?? 0);
  if (window > MAX_WINDOW_BYTES) {
    const most = MAX_WINDOW_BYTES.toLocaleString('en');
    throw unsupported(
      'zstd',
      `its window is larger than ${most} bytes. Compress it without --ultra and --long.`,
    );
  }
  return { bytes: Buffer.concat([first, rest]), hasChecksum: (descriptor & 4) !== 0 };
}

/** Bytes of the window by its one byte: a power of two, and eighths of it. */
function windowSize(byte: number): number {
  const base = 2 ** (10 + (byte >> 3));
  return base + (base / 8) * (byte & 7);
}

/** Bytes of a content that is its own window. */
function contentSize(bytes: Buffer): number {
  if (bytes.length === 8) return Number(bytes.readBigUInt64LE());
  return bytes.readUIntLE(0, bytes.length) + (bytes.length === 2 ? 256 : 0);
}

async function exactly(queue: ByteQueue, count: number): Promise<Buffer> {
  const bytes = await queue.take(count);
  if (bytes.length < count) throw damaged('zstd', 'it ends too early');
  return bytes;
}
