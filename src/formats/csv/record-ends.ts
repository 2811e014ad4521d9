import type { RecordWindow } from '../record-window';
import { type CsvDialect, isBlankIn } from './csv-dialect';

const LF = 10;
const CR = 13;
const BACKSLASH = 92;
/** A byte that is none: what the dialect does not have is compared with it. */
const NONE = -1;

/**
 * Finds the ends of records: the LF outside of quotes. A quote opens a quoted cell only at the start of the cell, so a stray
 * quote is an error of its own record only. `cutRecord` follows the same rules.
 */
export class RecordEnds {
  private inQuotes = false;
  /** The quoted cell has a misplaced quote, which only `lenient` allows: then it does not go on in the next line. */
  private misplaced = false;
  private readonly quote: number;
  private readonly doubles: boolean;
  private readonly delimiter: Uint8Array;
  private readonly lastOfDelimiter: number;
  /** 1 for each byte at which something may change: most bytes need one look only. */
  private readonly special = new Uint8Array(256);

  constructor(
    private readonly window: RecordWindow,
    private readonly dialect: CsvDialect,
  ) {
    const { delimiter, quote, escape } = dialect;
    this.delimiter = Buffer.from(delimiter);
    this.lastOfDelimiter = this.delimiter.at(-1) ?? NONE;
    this.quote = quote?.charCodeAt(0) ?? NONE;
    this.doubles = escape === 'double';
    this.special[LF] = 1;
    if (quote === null) return;
    this.special[this.quote] = 1;
    if (!this.doubles) this.special[BACKSLASH] = 1;
  }

  /**
   * Reads on from `window.scanned`, and counts lines. Returns the position of the LF that ends the record, or -1 when it is
   * not there yet. `final`: no byte will follow.
   */
  find(final: boolean): number {
    const { window, quote, special, doubles } = this;
    const { bytes, end } = window;
    let at = window.scanned;
    let inQuotes = this.inQuotes;
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      if (special[byte] === 0) continue;
      if (byte === LF) {
        window.line++;
        if (inQuotes && !this.misplaced) continue;
        window.scanned = at + 1;
        this.inQuotes = false;
        this.misplaced = false;
        return at;
      }
      if (!inQuotes) {
        inQuotes = byte === quote && this.opens(at);
        continue;
      }
      // The next byte decides whether a quote closes the cell or is the first of a pair.
      if (at + 1 === end && !final) break;
      if (doubles ? bytes[at + 1] === quote && at + 1 < end : this.isEscape(at)) at++;
      else if (byte === quote) {
        const closes = this.closes(at, final);
        if (closes === null) break;
        inQuotes = !closes;
        this.misplaced = inQuotes;
      }
    }
    window.scanned = at;
    this.inQuotes = inQuotes;
    return -1;
  }

  /** A backslash and the character that it escapes. */
  private isEscape(at: number): boolean {
    const { bytes, end } = this.window;
    if (at + 1 >= end) return false;
    const next = bytes[at + 1];
    return bytes[at] === BACKSLASH && (next === this.quote || next === BACKSLASH);
  }

  private opens(at: number): boolean {
    const { bytes, recordStart } = this.window;
    let start = at;
    if (this.dialect.trim) while (start > recordStart && this.isBlank(bytes[start - 1])) start--;
    if (start === recordStart) return true;
    if (bytes[start - 1] !== this.lastOfDelimiter) return false;
    return this.delimiter.length === 1 || this.delimiterAt(start - this.delimiter.length) === true;
  }

  /** Whether the quote at `at` closes its cell; null when later bytes decide. Without `lenient` it always does. */
  private closes(at: number, final: boolean): boolean | null {
    if (!this.dialect.lenient) return true;
    const { bytes, end } = this.window;
    let next = at + 1;
    if (this.dialect.trim) while (next < end && this.isBlank(bytes[next])) next++;
    const unknown = final ? true : null;
    if (next === end) return unknown;
    if (bytes[next] === LF) return true;
    if (bytes[next] === CR) return next + 1 === end ? unknown : bytes[next + 1] === LF;
    return this.delimiterAt(next) ?? (final ? false : null);
  }

  /** Whether the delimiter is at `position`; null when the bytes end within it. */
  private delimiterAt(position: number): boolean | null {
    const { bytes, end, recordStart } = this.window;
    if (position < recordStart) return false;
    for (const [index, byte] of this.delimiter.entries()) {
      if (position + index >= end) return null;
      if (bytes[position + index] !== byte) return false;
    }
    return true;
  }

  private isBlank(byte: number | undefined): boolean {
    return byte !== undefined && byte < 128 && isBlankIn(this.dialect, String.fromCharCode(byte));
  }
}
