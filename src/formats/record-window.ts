import { findInvalidUtf8 } from './find-invalid-utf8';
import { FileError } from './file-error';
import type { RawBatch } from './batch';
import type { FileFormat, FormatLimits } from './format';

/** The source is taken in pieces of at most so many bytes, so that one giant chunk costs no more than many small ones. */
export const PIECE_BYTES = 65_536;

const QUOTE = 34;

/**
 * The part of a file that is being looked at: the batch under construction and the record that is not complete yet.
 * A scanner reads `bytes` from `scanned` to `end`, reports records by `add`, and keeps `recordStart` and `line` true.
 * Bytes are written once and never moved while a batch refers to them; a batch is a view on them.
 */
export class RecordWindow {
  bytes: Buffer;
  /** Just behind the last byte filled; what follows is not data. */
  end = 0;
  /** The scanner continues here. */
  scanned = 0;
  /** First byte of the record that is not complete yet. */
  recordStart = 0;
  /** Physical line at `recordStart`. */
  recordLine = 1;
  /** Physical line at `scanned`. */
  line = 1;
  /** Number that the next record gets. */
  nextRow: number;

  private batchStart = 0;
  private batchOffset = 0;
  private spans: number[] = [];
  private lines: number[] = [];

  constructor(
    private readonly format: FileFormat,
    readonly limits: FormatLimits,
  ) {
    this.nextRow = format === 'csv' ? 0 : 1;
    this.bytes = Buffer.allocUnsafeSlow(2 * PIECE_BYTES);
  }

  /** Takes up to PIECE_BYTES more bytes of the file. */
  append(piece: Uint8Array): void {
    if (this.end + piece.length > this.bytes.length) this.moveToFreshBuffer(piece.length);
    this.bytes.set(piece, this.end);
    this.end += piece.length;
  }

  /** Steps over bytes at the very start of the file that belong to no record. */
  skip(length: number): void {
    this.scanned = this.recordStart = this.batchStart = length;
    this.batchOffset = length;
  }

  /** The record from `recordStart` to `end` (line end excluded) is complete, and the next begins at `next`. */
  add(end: number, next: number): void {
    if (this.nextRow > this.limits.rows) throw this.tooManyRows();
    this.spans.push(this.recordStart - this.batchStart, end - this.batchStart);
    this.lines.push(this.recordLine);
    this.nextRow++;
    this.passTo(next);
  }

  /** What stands before `next` is dealt with. */
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

  /** Throws `record_too_large` when the record from `recordStart` to `end` passes the limit; `hint` says what may be wrong. */
  checkSize(end: number, notification: string): void {
    if (end - this.recordStart <= this.limits.recordBytes) return;
    const limit = this.limits.recordBytes.toLocaleString('en');
    throw new FileError(
      'record_too_large',
      `The record that starts at line ${this.recordLine} is longer than ${limit} bytes. ${notification}`,
      this.recordLine,
    );
  }

  /**
   * Closes the batch at `recordStart` and yields it unless it holds no record. Bytes that are not UTF-8 throw
   * `invalid_utf8`, after the whole records before them were yielded.
   */
  *flush(): Generator<RawBatch> {
    const batch = this.takeBatch();
    const invalid = findInvalidUtf8(batch.bytes);
    if (invalid < 0) {
      if (batch.lines.length > 0) yield batch;
      return;
    }
    const good = batch.lines.findIndex((_, record) => (batch.spans[2 * record + 1] ?? 0) > invalid);
    if (good > 0) yield firstRecords(batch, good);
    throw invalidUtf8(batch, good, invalid);
  }

  private takeBatch(): RawBatch {
    const bytes = this.bytes.subarray(this.batchStart, this.recordStart);
    const batch: RawBatch = {
      format: this.format,
      firstRow: this.nextRow - this.lines.length,
      bytes,
      spans: this.spans,
      lines: this.lines,
      quoted: this.format === 'csv' && bytes.includes(QUOTE),
      endOffset: this.offsetOf(this.recordStart),
    };
    this.batchOffset = batch.endOffset;
    this.batchStart = this.recordStart;
    this.spans = [];
    this.lines = [];
    return batch;
  }

  private moveToFreshBuffer(more: number): void {
    const kept = this.end - this.batchStart;
    const usual = Math.min(this.limits.batchBytes, 16 * PIECE_BYTES) + 2 * PIECE_BYTES;
    const bytes = Buffer.allocUnsafeSlow(Math.max(usual, 2 * kept + more));
    this.bytes.copy(bytes, 0, this.batchStart, this.end);
    this.bytes = bytes;
    this.end = kept;
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
  const length = batch.spans[2 * count - 1] ?? 0;
  return {
    ...batch,
    bytes: batch.bytes.subarray(0, length),
    spans: batch.spans.slice(0, 2 * count),
    lines: batch.lines.slice(0, count),
    endOffset: batch.endOffset - batch.bytes.length + length,
  };
}

function invalidUtf8(batch: RawBatch, record: number, invalid: number): FileError {
  let line = batch.lines[record] ?? 1;
  for (let at = batch.spans[2 * record] ?? 0; at < invalid; at++) if (batch.bytes[at] === 10) line++;
  const byte = batch.bytes.toString('hex', invalid, invalid + 1).toUpperCase();
  const offset = batch.endOffset - batch.bytes.length + invalid;
  return new FileError(
    'invalid_utf8',
    `Byte 0x${byte} at offset ${offset} (line ${line}) is not UTF-8. Save the file as UTF-8; it may be Windows-1252.`,
    line,
  );
}
