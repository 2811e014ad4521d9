import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import type { BlobStorage } from '../../storage/blob-storage';

/** The directory of an archive is read in pieces of so many bytes. */
const BLOCK_BYTES = 65_536;

/** Gives the reader of zip archives any part of a stored file. */
export class BlobReader extends RandomAccessReader {
  /** What the storage threw: not an error of the archive. */
  failure: unknown = null;
  /** Bytes of the compressed content that were read so far. */
  consumed = 0;
  private block: { readonly start: number; readonly bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) };

  constructor(
    private readonly storage: Pick<BlobStorage, 'open'>,
    private readonly key: string,
    private readonly size: number,
  ) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.range(start, end), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null) => void,
  ): void {
    this.fill(buffer, offset, length, position).then(() => done(null), done);
  }

  private async *range(start: number, end: number): AsyncGenerator<Buffer> {
    for await (const chunk of this.open(start, end)) {
      this.consumed += chunk.length;
      yield chunk;
    }
  }

  private async *open(start: number, end: number): AsyncGenerator<Buffer> {
    try {
      const stream = await this.storage.open(this.key, { start, end: end - 1 });
      for await (const chunk of stream) yield chunk as Buffer;
    } catch (error) {
      this.failure ??= error;
      throw error;
    }
  }

  private async fill(buffer: Buffer, offset: number, length: number, position: number): Promise<void> {
    const { start, bytes } = this.block;
    if (position < start || position + length > start + bytes.length) {
      const end = Math.min(this.size, position + Math.max(length, BLOCK_BYTES));
      const chunks: Buffer[] = [];
      if (end > position) for await (const chunk of this.open(position, end)) chunks.push(chunk);
      this.block = { start: position, bytes: Buffer.concat(chunks) };
    }
    const from = position - this.block.start;
    if (this.block.bytes.length - from < length) throw new Error('the file ends before');
    this.block.bytes.copy(buffer, offset, from, from + length);
  }
}
