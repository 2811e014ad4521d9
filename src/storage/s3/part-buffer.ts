/**
 * Bytes of a part, and most of the memory of an upload: two of them, one that is filled and one that is sent. S3 allows
 * 10,000 parts, so a file has at most 73 GB.
 */
export const PART_BYTES = 7 * 1_048_576;
const FIRST_BYTES = 65_536;

/** Collects the bytes of one part. Begins small and doubles, because most files are small. */
export class PartBuffer {
  private memory: Buffer;
  private length = 0;

  constructor(firstBytes = FIRST_BYTES) {
    this.memory = Buffer.allocUnsafeSlow(firstBytes);
  }

  get isFull(): boolean {
    return this.length === PART_BYTES;
  }

  /** The bytes collected so far; valid until `clear`. */
  get bytes(): Buffer {
    return this.memory.subarray(0, this.length);
  }

  /** Copies as much of `chunk` as fits, and returns the rest. */
  take(chunk: Uint8Array): Uint8Array {
    const taken = chunk.subarray(0, PART_BYTES - this.length);
    this.makeRoom(this.length + taken.length);
    this.memory.set(taken, this.length);
    this.length += taken.length;
    return chunk.subarray(taken.length);
  }

  clear(): void {
    this.length = 0;
  }

  private makeRoom(bytes: number): void {
    if (bytes <= this.memory.length) return;
    let size = this.memory.length;
    while (size < bytes) size = Math.min(size * 2, PART_BYTES);
    const larger = Buffer.allocUnsafeSlow(size);
    larger.set(this.bytes);
    this.memory = larger;
  }
}
