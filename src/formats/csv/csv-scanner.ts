import { FileError } from '../format';
import type { RecordScanner, RecordWindow } from '../record-window';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;

const UNCLOSED =
  'The likely cause is a quote that is opened and never closed. Check the quotes from that line on: a quote inside a quoted cell is written twice.';

/**
 * Scans records of RFC 4180. LF and CRLF end a record outside quotes; any other CR is data, except as the last byte of the
 * file. A quote opens a quoted cell only at the start of the cell, so a stray quote is an error of its own record only.
 * Empty lines are not records, and neither are lines of blanks before the header.
 */
export class CsvScanner implements RecordScanner {
  private inQuotes = false;

  constructor(private readonly window: RecordWindow) {}

  advance(final: boolean): boolean {
    const { window } = this;
    const { bytes, end } = window;
    let at = window.scanned;
    let inQuotes = this.inQuotes;
    for (; at < end; at++) {
      const byte = bytes[at];
      if (byte !== LF && byte !== QUOTE) continue;
      if (byte === LF) {
        window.line++;
        if (!inQuotes && this.endRecord(at, at + 1)) {
          window.scanned = at + 1;
          this.inQuotes = false;
          return true;
        }
      } else if (!inQuotes) {
        inQuotes = at === window.recordStart || bytes[at - 1] === COMMA;
      } else if (at + 1 < end) {
        if (bytes[at + 1] === QUOTE) at++;
        else inQuotes = false;
      } else if (final) {
        inQuotes = false;
      } else {
        break; // the next byte decides whether this quote closes the cell or is the first of a pair
      }
    }
    window.scanned = at;
    this.inQuotes = inQuotes;
    this.checkSize(end);
    return final && this.endFile(end);
  }

  private endFile(end: number): boolean {
    const { window } = this;
    if (window.recordStart < end) this.endRecord(end, end);
    if (window.nextRow === 0) throw new FileError('file_empty', 'The file is empty: it has no header row.');
    return false;
  }

  /** The record from `recordStart` to `lineEnd` is complete. Returns true when the batch should be closed after it. */
  private endRecord(lineEnd: number, next: number): boolean {
    const { window } = this;
    const start = window.recordStart;
    this.checkSize(next);
    const end = lineEnd > start && window.bytes[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd;
    const isHeader = window.nextRow === 0;
    if (end === start || (isHeader && this.isBlank(start, end))) {
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

  private checkSize(end: number): void {
    const { window } = this;
    const { recordStart, limits } = window;
    if (end - recordStart <= limits.recordBytes) return;
    // Only up to the limit, so that the error does not depend on how many bytes are there already.
    const checkedEnd = recordStart + limits.recordBytes + 1;
    // For a header of a million columns, the number of columns is the better message.
    if (window.nextRow === 0) this.checkColumns(checkedEnd);
    const isQuoted = window.bytes.subarray(recordStart, checkedEnd).includes(QUOTE);
    window.checkSize(end, isQuoted ? UNCLOSED : 'Does the file have line ends (LF or CRLF)?');
  }

  private checkColumns(end: number): void {
    const { bytes, recordStart, recordLine, limits } = this.window;
    const columns = countColumns(bytes.subarray(recordStart, end));
    if (columns <= limits.columns) return;
    throw new FileError(
      'too_many_columns',
      `The header has ${columns.toLocaleString('en')} columns or more; the maximum is ${limits.columns.toLocaleString('en')}.`,
      recordLine,
    );
  }
}

/** Number of cells of one CSV record: the commas outside quotes, plus one. */
function countColumns(record: Uint8Array): number {
  let columns = 1;
  let inQuotes = false;
  for (const byte of record) {
    if (byte === QUOTE) inQuotes = !inQuotes;
    else if (byte === COMMA && !inQuotes) columns++;
  }
  return columns;
}
