import { findInvalidUtf8 } from './encoding';
import { notUtf8 } from './encodings/wrong-encoding';
import { FileError, type FileFormat, type FormatLimits } from './format';
import type { RawBatch } from './batch';

/** The source is read in pieces of at most so many bytes: one very large chunk costs no more than many small ones. */
export const PIECE_BYTES = 65_536;

/** The lines of a footer are short; all that may be one are held in memory. */
const MAX_HELD_BYTES = 4_194_304;

/**
 * The part of a file that is being scanned: the batch under construction and the record that is not complete yet.
 * A scanner reads `bytes` from `scanned` to `end`, reports records with `add`, and keeps `recordStart` and `line` correct.
 * Bytes are written once and never moved while a batch refers to them: a batch is a view of them.
 */
export class RecordWindow {
  bytes: Buffer;
  /** Just after the last byte that was filled. */
  end = 0;
  /** The scanner continues here. */
  scanned = 0;
  /** First byte of the record that is not complete yet. */
  recordStart = 0;
  /** Physical line at `recordStart`. */
  recordLine = 1;
  /** Physical line at `scanned`. */
  line = 1;
  /** Row number of the next record. */
  nextRow: number;

  private batchStart = 0;
  private batchOffset = 0;
  private bounds: number[] = [];
  private lines: number[] = [];
  /** So many records at the end of the file are none. */
  private held = 0;

  constructor(
    private readonly format: FileFormat,
    readonly limits: FormatLimits,
  ) {
    this.nextRow = format === 'csv' ? 0 : 1;
    this.bytes = Buffer.allocUnsafeSlow(2 * PIECE_BYTES);
  }

  /** Takes up to PIECE_BYTES more bytes of the file. */
  append(piece: Uint8Array): void {
    if (this.end + piece.length > this.bytes.length) this.moveToNewBuffer(piece.length);
    this.bytes.set(piece, this.end);
    this.end += piece.length;
  }

  /** Steps over bytes at the very start of the file that belong to no record. */
  skip(length: number): void {
    this.scanned = this.recordStart = this.batchStart = length;
    this.batchOffset = length;
  }

  /** Keeps the last `count` records of the file back: the lines of a footer. The header is none of them. */
  holdBack(count: number): void {
    this.held = count;
  }

  /** Forgets all bytes that came, once every record is flushed: none of them is read. */
  discard(): void {
    this.batchOffset += this.end - this.batchStart;
    this.batchStart = this.recordStart = this.scanned = this.end;
  }

  /** The record from `recordStart` to `end` (line end excluded) is complete, and the next begins at `next`. */
  add(end: number, next: number): void {
    if (this.nextRow - this.held > this.limits.rows) throw this.tooManyRows();
    if (this.held > 0) this.checkHeld();
    this.bounds.push(this.recordStart - this.batchStart, end - this.batchStart);
    this.lines.push(this.recordLine);
    this.nextRow++;
    this.passTo(next);
  }

  /** Everything before `next` is done. */
  passTo(next: number): void {
    this.recordStart = next;
    this.recordLine = this.line;
  }

  /** The batch is large enough to be closed at `recordStart`. */
  get full(): boolean {
    const { batchBytes, batchRows } = this.limits;
    return this.recordStart - this.batchStart >= batchBytes || this.lines.length >= batchRows;
  }

  /** Offset in the file of a position in `bytes`. */
  offsetOf(position: number): number {
    return this.batchOffset + position - this.batchStart;
  }

  /** Throws `record_too_large` when the record from `recordStart` to `end` is over the limit. `advice`: the likely cause. */
  checkSize(end: number, advice: string): void {
    if (end - this.recordStart > this.limits.recordBytes) this.refuseSize(advice);
  }

  /** Throws `record_too_large`. `advice`: the likely cause. */
  refuseSize(advice: string): never {
    const limit = this.limits.recordBytes.toLocaleString('en');
    throw new FileError(
      'record_too_large',
      `The record that starts at line ${this.recordLine} is longer than ${limit} bytes. ${advice}`,
      this.recordLine,
    );
  }

  /**
   * Closes the batch at `recordStart` and yields it unless it has no record. Throws `invalid_utf8` for bytes that are not
   * UTF-8, after the whole records before them.
   */
  *flush(): Generator<RawBatch> {
    const batch = this.takeBatch();
    const invalid = findInvalidUtf8(batch.bytes);
    if (invalid < 0) {
      if (batch.lines.length > 0) yield batch;
      return;
    }
    const good = batch.lines.findIndex((_, record) => (batch.bounds[2 * record + 1] ?? 0) > invalid);
    if (good > 0) yield firstRecords(batch, good);
    throw invalidUtf8(batch, good, invalid);
  }

  private takeBatch(): RawBatch {
    if (this.held > 0 && this.nextRow > this.lines.length) return this.takeUnheld();
    const bytes = this.bytes.subarray(this.batchStart, this.recordStart);
    const batch: RawBatch = {
      format: this.format,
      firstRow: this.nextRow - this.lines.length,
      bytes,
      bounds: this.bounds,
      lines: this.lines,
      endOffset: this.offsetOf(this.recordStart),
    };
    this.batchOffset = batch.endOffset;
    this.batchStart = this.recordStart;
    this.bounds = [];
    this.lines = [];
    return batch;
  }

  /** A batch of all records but those that are held back. Those of the end of the file are never taken. */
  private takeUnheld(): RawBatch {
    const count = Math.max(0, this.lines.length - this.held);
    const start = this.batchStart;
    const end = start + (this.bounds[2 * count] ?? this.recordStart - start);
    const batch: RawBatch = {
      format: this.format,
      firstRow: this.nextRow - this.lines.length,
      bytes: this.bytes.subarray(start, end),
      bounds: this.bounds.slice(0, 2 * count),
      lines: this.lines.slice(0, count),
      endOffset: this.batchOffset + end - start,
    };
    this.batchOffset = batch.endOffset;
    this.batchStart = end;
    this.bounds = this.bounds.slice(2 * count).map((bound) => bound - (end - start));
    this.lines = this.lines.slice(count);
    return batch;
  }

  private checkHeld(): void {
    const first = this.bounds[2 * Math.max(0, this.lines.length - this.held)] ?? 0;
    if (this.recordStart - this.batchStart - first <= MAX_HELD_BYTES) return;
    throw new FileError(
      'record_too_large',
      `${this.held} lines up to line ${this.recordLine} are longer than ${MAX_HELD_BYTES.toLocaleString('en')} bytes, too many to be held back for skip_footer. Give footer_prefix instead.`,
      this.recordLine,
    );
  }

  private moveToNewBuffer(more: number): void {
    const used = this.end - this.batchStart;
    const usual = Math.min(this.limits.batchBytes, 16 * PIECE_BYTES) + 2 * PIECE_BYTES;
    const bytes = Buffer.allocUnsafeSlow(Math.max(usual, 2 * used + more));
    this.bytes.copy(bytes, 0, this.batchStart, this.end);
    this.bytes = bytes;
    this.end = used;
    this.scanned -= this.batchStart;
    this.recordStart -= this.batchStart;
    this.batchStart = 0;
  }

  private tooManyRows(): FileError {
    const rows = this.limits.rows.toLocaleString('en');
    return new FileError(
      'too_many_rows',
      `The file has more than ${rows} data rows; line ${this.recordLine} is one too many. Split the file.`,
      this.recordLine,
    );
  }
}

/** The first `count` records of a batch as a batch of their own. */
function firstRecords(batch: RawBatch, count: number): RawBatch {
  const length = batch.bounds[2 * count - 1] ?? 0;
  return {
    ...batch,
    bytes: batch.bytes.subarray(0, length),
    bounds: batch.bounds.slice(0, 2 * count),
    lines: batch.lines.slice(0, count),
    endOffset: batch.endOffset - batch.bytes.length + length,
  };
}

/** Only the record is looked at: what the message says of it must not depend on the size of a batch. */
function invalidUtf8(batch: RawBatch, record: number, invalid: number): FileError {
  // An excluded line, such as a comment, is in front of the record.
  const start = Math.min(batch.bounds[2 * record] ?? 0, invalid);
  let line = batch.lines[record] ?? 1;
  for (let at = start; at < invalid; at++) if (batch.bytes[at] === 10) line++;
  const bytes = batch.bytes.subarray(start, batch.bounds[2 * record + 1]);
  return notUtf8(bytes, invalid - start, batch.endOffset - batch.bytes.length + invalid, line);
}

/** Finds the ends of records in a `RecordWindow`. Each byte is read once. */
export interface RecordScanner {
  /**
   * Reads on. Returns true when the batch should be closed now, and false when all bytes were read. `final`: no byte will
   * follow. Throws a `FileError` after it has added the records before the error to the window.
   */
  advance(final: boolean): boolean;
}
