import { Readable } from 'node:stream';
import { uncompressedName, type Compression } from '../../formats/compression';
import { gunzip } from '../../formats/unpack/gunzip';
import { UnpackLimit } from '../../formats/unpack/unpack-limit';
import { unzstd } from '../../formats/unpack/unzstd';
import type { BlobStorage } from '../../storage/blob-storage';
import { openZipMember } from './zip-archive';

/** A stored file and how its content is packed in it. */
export interface StoredContent {
  readonly key: string;
  /** Bytes of the stored file. */
  readonly size: number;
  /** Name the client gave it; shown, never used as a path. */
  readonly name: string | null;
  readonly compression: Compression | null;
  /** The file inside a zip archive. */
  readonly member?: string | undefined;
}

/** The unpacked content of a stored file. */
export interface OpenContent {
  readonly stream: Readable;
  /** Name of the content: that of the file inside the archive, or of the file without the ending of its compression. */
  readonly name: string | null;
  /**
   * How many of the bytes of the stored file were read so far, for progress; null for a file that is not compressed, where
   * the content has the same offsets.
   */
  readonly consumed: (() => number) | null;
}

/** Unpacked chunks that wait for the reader. */
const WAITING_CHUNKS = 2;

/**
 * Opens the content of a stored file, unpacked. Memory is constant; the content is bounded by `UnpackLimit`. The stream, or
 * this call, throws a `FileError` for a file that cannot be unpacked, and what the storage throws.
 */
export async function openContent(
  storage: Pick<BlobStorage, 'open'>,
  file: StoredContent,
): Promise<OpenContent> {
  const { compression, key, size, member } = file;
  if (compression === null) return { stream: await storage.open(key), name: file.name, consumed: null };
  if (compression === 'zip') {
    const { name, stream, packedBytes, consumed } = await openZipMember(storage, file, member);
    return {
      stream: limited(stream, consumed),
      name,
      consumed: () => Math.floor((size * Math.min(consumed(), packedBytes)) / Math.max(1, packedBytes)),
    };
  }
  const source = await storage.open(key);
  let read = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      read += chunk.length;
      yield chunk;
    }
  };
  const stream = limited((compression === 'gzip' ? gunzip : unzstd)(counted()), () => read);
  stream.once('close', () => source.destroy()); // also when nothing was read yet
  return { stream, name: uncompressedName(file.name), consumed: () => read };
}

function limited(content: AsyncIterable<Buffer>, consumed: () => number): Readable {
  const limit = new UnpackLimit(consumed);
  const chunks = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of content) {
      limit.add(chunk.length);
      yield chunk;
    }
  };
  return Readable.from(chunks(), { highWaterMark: WAITING_CHUNKS });
}
