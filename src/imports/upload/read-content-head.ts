import { detectCompression, type Compression } from '../../formats/compression';
import { HEAD_BYTES } from '../../formats/detect-format';
import type { BlobStorage } from '../../storage/blob-storage';
import { openContent } from './open-content';

/** The beginning of the content of a stored file. */
export interface ContentHead {
  readonly compression: Compression | null;
  /** Name of the content, whose ending says its format. */
  readonly name: string | null;
  /** The first 64 KiB of the content, unpacked. */
  readonly bytes: Buffer;
  /** They are all of it. */
  readonly isWhole: boolean;
}

/**
 * The beginning of the content of an upload, and how it is compressed. `head`: the first 64 KiB of the stored file; `member`:
 * the file in a zip archive. Throws a `FileError` for a file that cannot be unpacked.
 */
export async function readContentHead(
  storage: BlobStorage,
  file: { readonly key: string; readonly size: number; readonly name: string | null; readonly head: Buffer },
  member: string | undefined,
): Promise<ContentHead> {
  const compression = detectCompression(file.head);
  if (compression === null) {
    return { compression, name: file.name, bytes: file.head, isWhole: file.size <= file.head.length };
  }
  const { stream, name } = await openContent(storage, { ...file, compression, member });
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > HEAD_BYTES) break;
    }
  } finally {
    stream.destroy();
  }
  const bytes = Buffer.concat(chunks).subarray(0, HEAD_BYTES);
  return { compression, name, bytes, isWhole: length <= HEAD_BYTES };
}
