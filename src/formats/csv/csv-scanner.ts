import { FileError } from '../file-error';
import type { RecordScanner } from '../record-scanner';
import type { RecordWindow } from '../record-window';
import { countColumns } from './count-columns';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;

const UNCLOSED =
  'A quote that is opened and never closed is the likely cause: check the quotes from that line on (a quote inside a quoted cell is written twice).';

/**
 * Records of RFC 4180. LF and CRLF end a record outside quotes; a CR elsewhere is data, save as the file's last byte.
 * A quote opens a quoted cell only at the cell's start, so a stray one spoils its own record and not its neighbours.
 * Empty lines are no records; in front of the header neither are lines of blanks.
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
        break; // The next byte decides whether this quote closes the cell or is one of a pair.
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

  /** The line or lines from `recordStart` to `lineEnd` are whole; true when the batch should be closed behind them. */
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
    // Only as far as the limit, so that the error is the same however many bytes are there already.
    const classified = recordStart + limits.recordBytes + 1;
    // A header of a million columns is better named for what it is.
    if (window.nextRow === 0) this.checkColumns(classified);
    const isQuoted = window.bytes.subarray(recordStart, classified).includes(QUOTE);
    window.checkSize(end, isQuoted ? UNCLOSED : 'Does the file have line ends (LF or CRLF)?');
  }

  private checkColumns(end: number): void {
    const { bytes, recordStart, recordLine, limits } = this.window;
    const columns = countColumns(bytes.subarray(recordStart, end));
    if (columns <= limits.columns) return;
    throw new FileError(
      'too_many_columns',
      `The header has ${columns.toLocaleString('en')} columns or more; at most ${limits.columns.toLocaleString('en')} are read.`,
      recordLine,
    );
  }
}
