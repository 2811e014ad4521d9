import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { StoredBlob } from '../../storage/blob-storage';

/** How much of a file is inspected. */
export const INSPECTED_BYTES = 1_048_576;
/** The end of a file is kept too: a zip archive has its directory there. */
const END_BYTES = 131_072;

/** Takes an uploaded file and keeps only its beginning and its end, in memory: an inspection stores nothing. */
export class HeadStorage {
  private readonly pieces: Uint8Array[] = [];
  private end = Buffer.alloc(0);
  private size = 0;

  /** Reads the whole source; keeps its first mebibyte and its last 128 KiB. */
  async put(_key: string, source: AsyncIterable<Uint8Array>): Promise<StoredBlob> {
    const hash = createHash('sha256');
    for await (const chunk of source) {
      const { size } = this;
      if (size < INSPECTED_BYTES) {
        this.pieces.push(Uint8Array.from(chunk.subarray(0, INSPECTED_BYTES - size)));
      }
      this.end = Buffer.concat([this.end, chunk.subarray(-END_BYTES)]).subarray(-END_BYTES);
      hash.update(chunk);
      this.size += chunk.length;
    }
    return { size: this.size, sha256: hash.digest('hex') };
  }

  /** The bytes `start` to `end` (both included); those that were not kept are missing at the end. */
  open(
    _key: string,
    { start = 0, end = this.size - 1 }: { start?: number; end?: number } = {},
  ): Promise<Readable> {
    const { head } = this;
    const from = this.size - this.end.length;
    const bytes =
      start >= from ? this.end.subarray(start - from, end + 1 - from) : head.subarray(start, end + 1);
    return Promise.resolve(Readable.from(bytes.length === 0 ? [] : [bytes]));
  }

  remove(): Promise<void> {
    this.pieces.length = 0;
    this.end = Buffer.alloc(0);
    return Promise.resolve();
  }

  /** The first mebibyte, or less when the file is smaller. */
  get head(): Buffer {
    return Buffer.concat(this.pieces);
  }
}
