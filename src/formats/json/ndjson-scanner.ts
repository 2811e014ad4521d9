import { FileError } from '../file-error';
import type { RecordScanner } from '../record-scanner';
import type { RecordWindow } from '../record-window';
import { firstNonBlank } from './first-non-blank';

const LF = 10;
const OPEN_ARRAY = 91;

/** One record a line, LF or CRLF; lines of JSON white space only are no records. */
export class NdjsonScanner implements RecordScanner {
  constructor(private readonly window: RecordWindow) {}

  advance(final: boolean): boolean {
    const { window } = this;
    const { bytes, end } = window;
    for (let at = window.scanned; at < end; at++) {
      if (bytes[at] !== LF) continue;
      window.line++;
      if (this.endLine(at, at + 1)) {
        window.scanned = at + 1;
        return true;
      }
    }
    window.scanned = end;
    this.checkSize(end);
    if (final) this.endFile(end);
    return false;
  }

  private endFile(end: number): void {
    this.endLine(end, end);
    if (this.window.nextRow === 1)
      throw new FileError('file_empty', 'The file is empty: it has no line with an object.');
  }

  private endLine(lineEnd: number, next: number): boolean {
    const { window } = this;
    this.checkSize(next);
    const first = firstNonBlank(window.bytes, window.recordStart, lineEnd);
    if (first === lineEnd) {
      window.passTo(next);
      return window.full;
    }
    if (window.nextRow === 1 && window.bytes[first] === OPEN_ARRAY) {
      throw new FileError(
        'format_contradiction',
        'The file starts with "[": it is a JSON array, and NDJSON has one object on each line. Send it with format=json.',
        window.recordLine,
      );
    }
    window.add(window.bytes[lineEnd - 1] === 13 ? lineEnd - 1 : lineEnd, next);
    return window.full;
  }

  private checkSize(end: number): void {
    this.window.checkSize(
      end,
      'NDJSON has one object on each line; a file of one JSON array is sent with format=json.',
    );
  }
}
