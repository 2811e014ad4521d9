import { adviceOnLargeRecord } from './large-record';
import { FileError } from '../format';
import type { FileLayout } from '../file-layout';
import type { RecordScanner, RecordWindow } from '../record-window';
import { type CsvDialect, dialectOf } from './csv-dialect';
import type { CsvOptions } from './csv-options';
import { LineRules } from './line-rules';
import { RecordEnds } from './record-ends';

const NUL = 0;
const TAB = 9;
const LF = 10;
const CR = 13;
const CTRL_Z = 26;
const SPACE = 32;

const LONE_CR =
  'The lines end with CR alone, which is not supported. Save the file with LF or CRLF line ends.';

/**
 * Scans the records of a CSV file. LF and CRLF end a record outside quotes; any other CR is data, except as the last byte of
 * the file. Empty lines are not records, and neither are lines of blanks before the header, nor what the options exclude.
 */
export class CsvScanner implements RecordScanner {
  private readonly options: CsvOptions;
  private readonly dialect: CsvDialect;
  private readonly ends: RecordEnds;
  private readonly rules: LineRules | null;
  /** The rules took the line at `recordStart` for the beginning of a record. */
  private inRecord = false;
  /** Nothing but NULs or Ctrl-Z came since the last record, and so many that they are not kept. */
  private padded = false;

  constructor(
    private readonly window: RecordWindow,
    { csv }: FileLayout,
  ) {
    this.options = csv;
    this.dialect = dialectOf(csv);
    this.ends = new RecordEnds(window, this.dialect);
    this.rules = LineRules.of(window, csv);
    window.holdBack(csv.skip_footer ?? 0);
  }

  advance(final: boolean): boolean {
    const { window } = this;
    for (;;) {
      if (this.rules !== null && !this.inRecord) {
        const next = this.rules.next(final);
        if (next === 'close') return true;
        if (next === 'more') break;
        this.inRecord = true;
      }
      const end = this.ends.find(final);
      if (end < 0) break;
      this.inRecord = false;
      if (this.endRecord(end, end + 1)) return true;
    }
    this.checkSize(window.end);
    if (this.padded && window.full) return true;
    if (final) this.endFile(window.end);
    return false;
  }

  private endFile(end: number): void {
    const { window } = this;
    this.rules?.checkStart();
    if (this.padded || (window.recordStart < end && window.nextRow > 0 && this.isPadding(end))) {
      // One skipped row, since the parser sees an empty record; and no line of a footer.
      window.passTo(end);
      if (this.options.skip_footer === undefined) window.add(end, end);
    } else if (window.recordStart < end) {
      this.endRecord(end, end);
    }
    if (window.nextRow === 0) throw new FileError('file_empty', 'The file is empty: it has no header row.');
    this.rules?.checkEnd();
  }

  /** The record from `recordStart` to `lineEnd` is complete. Returns true when the batch should be closed after it. */
  private endRecord(lineEnd: number, next: number): boolean {
    const { window } = this;
    this.checkSize(next);
    if (this.padded) return window.full;
    const start = window.recordStart;
    const end = lineEnd > start && window.bytes[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd;
    const isHeader = window.nextRow === 0;
    if (end === start || (isHeader && this.isBlank(start, end))) {
      if (isHeader) this.checkHeaderRow();
      window.passTo(next);
      return window.full;
    }
    if (isHeader) this.checkColumns(end);
    window.add(end, next);
    return isHeader || window.full;
  }

  private isBlank(start: number, end: number): boolean {
    const { bytes } = this.window;
    for (let at = start; at < end; at++) if (bytes[at] !== SPACE && bytes[at] !== TAB) return false;
    return true;
  }

  private checkHeaderRow(): void {
    const { header_row } = this.options;
    if (header_row === undefined) return;
    throw new FileError(
      'header_not_found',
      `Line ${header_row} of the file is empty, but header_row says that the header is there. Lines count from 1, empty ones too.`,
      header_row,
    );
  }

  /** Some programs fill the end of a file with NULs, or end it with Ctrl-Z. */
  private isPadding(end: number): boolean {
    const { bytes, recordStart } = this.window;
    for (let at = recordStart; at < end; at++) {
      const byte = bytes[at];
      if (byte !== NUL && byte !== CTRL_Z && byte !== LF && byte !== CR && byte !== SPACE) return false;
    }
    return true;
  }

  private checkSize(end: number): void {
    const { window } = this;
    const { recordStart, limits } = window;
    if (this.padded || end - recordStart > limits.recordBytes) this.checkLarge(end);
  }

  private checkLarge(end: number): void {
    const { window } = this;
    const { recordStart, limits } = window;
    if (window.nextRow > 0 && this.isPadding(end)) {
      this.padded = true;
      window.passTo(end);
      return;
    }
    // Only up to the limit, so that the error does not depend on how many bytes are there already.
    const checkedEnd = Math.min(end, recordStart + limits.recordBytes + 1);
    const record = window.bytes.subarray(recordStart, checkedEnd);
    // For a header of a million columns, the number of columns is the better message.
    if (window.nextRow === 0) this.checkColumns(checkedEnd);
    if (record.includes(CR)) window.refuseSize(LONE_CR);
    const { delimiter, quote } = this.dialect;
    window.refuseSize(
      adviceOnLargeRecord(record, firstByte(delimiter), quote === null ? null : firstByte(quote)),
    );
  }

  private checkColumns(end: number): void {
    const { bytes, recordStart, recordLine, limits } = this.window;
    const columns = countColumns(bytes.subarray(recordStart, end), this.dialect);
    if (columns <= limits.columns) return;
    throw new FileError(
      'too_many_columns',
      `The header has ${columns.toLocaleString('en')} columns or more; the maximum is ${limits.columns.toLocaleString('en')}.`,
      recordLine,
    );
  }
}

const firstByte = (character: string): number => Buffer.from(character)[0] ?? 0;

/** Number of cells of one record: the delimiters outside quotes, plus one. */
function countColumns(record: Buffer, { delimiter, quote }: CsvDialect): number {
  const [first = 0, ...rest] = Buffer.from(delimiter);
  const quoteByte = quote?.charCodeAt(0);
  let columns = 1;
  let inQuotes = false;
  for (const [at, byte] of record.entries()) {
    if (byte === quoteByte) inQuotes = !inQuotes;
    else if (byte === first && !inQuotes && rest.every((one, index) => record[at + 1 + index] === one)) {
      columns++;
    }
  }
  return columns;
}
