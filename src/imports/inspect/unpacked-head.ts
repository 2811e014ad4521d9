import { FileError } from '../../formats/format';
import type { Compression } from '../../formats/compression';
import { detectCompression } from '../../formats/compression';
import { openContent } from '../upload/open-content';
import { firstEntry } from './first-entry';
import { INSPECTED_BYTES, type HeadStorage } from './head-storage';

/** The beginning of the content of an upload, unpacked. */
export interface UnpackedHead {
  readonly compression: Compression | null;
  /** Name of the content. */
  readonly name: string | null;
  readonly bytes: Buffer;
  readonly isWhole: boolean;
  /** Why it cannot be unpacked. */
  readonly error: FileError | null;
}

const TOO_LARGE = new FileError(
  'archive_members',
  'Only the first mebibyte of a compressed file is inspected, and the data begin behind it. Unpack the file and inspect its beginning.',
);
const CUT_ARCHIVE = new FileError(
  'archive_members',
  'The end of the zip archive is missing, where the list of its files is. Send the whole archive, of which only the first mebibyte is inspected, or unpack it and send the beginning of the file in it.',
);

/** Unpacks the first mebibyte of an upload. What it cannot be unpacked for is a part of the result. */
export async function unpackHead(
  storage: HeadStorage,
  { name, size }: { readonly name: string | null; readonly size: number },
  member: string | undefined,
): Promise<UnpackedHead> {
  const { head } = storage;
  const compression = detectCompression(head);
  if (compression === null)
    return { compression, name, bytes: head, isWhole: head.length === size, error: null };
  const chunks: Buffer[] = [];
  let length = 0;
  let content = name;
  try {
    const opened = await openContent(storage, { key: '', size, name, compression, member });
    content = opened.name;
    try {
      for await (const chunk of opened.stream as AsyncIterable<Buffer>) {
        chunks.push(chunk);
        length += chunk.length;
        if (length > INSPECTED_BYTES) break;
      }
    } finally {
      opened.stream.destroy();
    }
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (compression === 'zip' && size === INSPECTED_BYTES && error.code === 'compression_damaged') {
      return ofFirstEntry(head, member);
    }
    // Of a large file only the beginning is here: its end is missing, and that is no fault of it.
    if (length === 0 || head.length === size) {
      const shown = head.length === size ? error : TOO_LARGE;
      return { compression, name: content, bytes: Buffer.alloc(0), isWhole: false, error: shown };
    }
    return { compression, name: content, bytes: Buffer.concat(chunks), isWhole: false, error: null };
  }
  const isWhole = length <= INSPECTED_BYTES;
  return {
    compression,
    name: content,
    bytes: Buffer.concat(chunks).subarray(0, INSPECTED_BYTES),
    isWhole,
    error: null,
  };
}

/** Of an archive whose first mebibyte was sent: the file that begins there. */
async function ofFirstEntry(head: Buffer, member: string | undefined): Promise<UnpackedHead> {
  const found = await firstEntry(head, INSPECTED_BYTES);
  const nothing = { compression: 'zip', bytes: Buffer.alloc(0), isWhole: false } as const;
  return found === null || (member !== undefined && member !== found.name)
    ? { ...nothing, name: null, error: CUT_ARCHIVE }
    : { ...nothing, ...found, error: null };
}
