import { Readable } from 'node:stream';
import { constants, createInflateRaw } from 'node:zlib';
import { getFileNameLowLevel } from 'yauzl';
import { isDataFile } from '../upload/zip-archive';

/** Signature and size of the header before each file of a zip archive (APPNOTE 4.3.7). */
const LOCAL_HEADER = 0x04034b50;
const HEADER_BYTES = 30;
const ENCRYPTED = 1;
const SIZE_BEHIND = 8;
const STORED = 0;
const DEFLATED = 8;

/** The beginning of the first file of an archive. */
export interface FirstEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Unpacks at most `limit` bytes of the first file of a zip archive of which only the beginning, `head`, is here. Null when it
 * is no data file, when it cannot be read, and when it ends within `head`: then others follow it, and the list of files is
 * what decides.
 */
export async function firstEntry(head: Buffer, limit: number): Promise<FirstEntry | null> {
  if (head.length < HEADER_BYTES || head.readUInt32LE(0) !== LOCAL_HEADER) return null;
  const [flags, method] = [head.readUInt16LE(6), head.readUInt16LE(8)];
  const nameEnd = HEADER_BYTES + head.readUInt16LE(26);
  const name = getFileNameLowLevel(flags, head.subarray(HEADER_BYTES, nameEnd), [], false);
  const packed = head.subarray(nameEnd + head.readUInt16LE(28));
  const isSizeKnown = (flags & SIZE_BEHIND) === 0;
  if ((flags & ENCRYPTED) !== 0 || packed.length === 0 || !isDataFile(name)) return null;
  if (isSizeKnown && head.readUInt32LE(18) <= packed.length) return null;
  if (method === STORED) return isSizeKnown ? { name, bytes: packed.subarray(0, limit) } : null;
  if (method !== DEFLATED) return null;
  const bytes = await inflated(packed, limit);
  return bytes === null ? null : { name, bytes };
}

/** Null for bytes that are no deflate stream, or one that ends within them. */
async function inflated(packed: Buffer, limit: number): Promise<Buffer | null> {
  // The end is missing, which is no error here.
  const unpacker = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
  const chunks: Buffer[] = [];
  let length = 0;
  Readable.from([packed], { objectMode: false }).pipe(unpacker);
  try {
    for await (const chunk of unpacker as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= limit) return Buffer.concat(chunks).subarray(0, limit);
    }
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (typeof code === 'string' && code.startsWith('Z_')) return null;
    throw error;
  } finally {
    unpacker.destroy();
  }
  return unpacker.bytesWritten < packed.length || length === 0 ? null : Buffer.concat(chunks);
}
