import { createHash } from 'node:crypto';
import type { StoredBlob } from '../../storage/blob-storage';
import type { UploadStorage } from '../upload/blob-engine';

/** How much of a file is inspected. */
export const INSPECTED_BYTES = 1_048_576;

/** Takes an uploaded file and keeps only its beginning, in memory: an inspection stores nothing. */
export class HeadStorage implements UploadStorage {
  private readonly pieces: Uint8Array[] = [];

  /** Reads the whole source; keeps its first mebibyte. */
  async put(_key: string, source: AsyncIterable<Uint8Array>): Promise<StoredBlob> {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of source) {
      if (size < INSPECTED_BYTES)
        this.pieces.push(Uint8Array.from(chunk.subarray(0, INSPECTED_BYTES - size)));
      hash.update(chunk);
      size += chunk.length;
    }
    return { size, sha256: hash.digest('hex') };
  }

  remove(): Promise<void> {
    this.pieces.length = 0;
    return Promise.resolve();
  }

  /** The first mebibyte, or less when the file is smaller. */
  get head(): Buffer {
    return Buffer.concat(this.pieces);
  }
}
