import { FileError } from '../format';

/** Most bytes of the content of a compressed file. */
const MAX_UNPACKED_BYTES = 2_147_483_648;
/** The content may have so many times the bytes of the compressed file, and the bytes below in any case. */
const MAX_UNPACKED_RATIO = 250;
const ALWAYS_ALLOWED_BYTES = 16_777_216;

/** Bounds the content of one compressed file: a small file must not become an endless one (docs/contract.md 2.6). */
export class UnpackLimit {
  private unpacked = 0;

  /** `packed`: how many bytes of the compressed file were read so far. */
  constructor(private readonly packed: () => number) {}

  /** `bytes` more bytes came out. Throws a `FileError` `unpacked_too_large`. */
  add(bytes: number): void {
    this.unpacked += bytes;
    if (this.unpacked > MAX_UNPACKED_BYTES) {
      throw tooLarge(`has more than ${MAX_UNPACKED_BYTES.toLocaleString('en')} bytes. Split it`);
    }
    if (this.unpacked > ALWAYS_ALLOWED_BYTES + MAX_UNPACKED_RATIO * this.packed()) {
      throw tooLarge(
        `has more than ${MAX_UNPACKED_RATIO} times the bytes of the compressed file. Send it uncompressed`,
      );
    }
  }
}

const tooLarge = (what: string): FileError =>
  new FileError('unpacked_too_large', `The content of the compressed file ${what}.`);
