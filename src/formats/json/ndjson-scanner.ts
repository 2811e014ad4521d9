import { FileError } from '../format';
import type { RecordScanner, RecordWindow } from '../record-window';

const LF = 10;
const OPEN_ARRAY = 91;

/** Scans one record per line, LF or CRLF. Lines of JSON white space only are not records. */
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
    if (final) this.endLine(end, end);
    return false;
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

/** Position of the first byte in `start`…`end` that is not JSON white space (blank, TAB, LF, CR); `end` when all are. */
function firstNonBlank(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte !== 32 && byte !== 9 && byte !== 10 && byte !== 13) return at;
  }
  return end;
}
