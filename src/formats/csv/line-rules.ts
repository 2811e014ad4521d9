import { FileError } from '../format';
import type { RecordWindow } from '../record-window';
import { dialectOf } from './csv-dialect';
import type { CsvOptions } from './csv-options';

const LF = 10;

/** One physical line: its text is at `start`…`end`, its LF included in what is before `next`. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** What is read at the position of the reader: the list of names, the lines before the records, the records, or nothing. */
type Part = 'before_names' | 'names' | 'before_records' | 'records' | 'after_records';

/**
 * Decides line by line what belongs to the records of a CSV file (`header_row`, `columns`, `start_marker`, `end_marker`,
 * `comment`, `footer_prefix`). Lines that are no records are passed over as they are: quotes in them mean nothing.
 */
export class LineRules {
  private part: Part;
  /** Start of the current line, counted from the start of the record: only the list of names has several lines. */
  private lineOffset = 0;
  /** The current line is no record, whatever follows in it. */
  private passing = false;
  private readonly comment: Buffer | null;
  private readonly footer: Buffer | null;
  private readonly endMarker: Buffer | null;
  private readonly names: { start_marker: string; end_marker: string } | null;
  private readonly hasColumns: boolean;
  private readonly quote: number | undefined;

  constructor(
    private readonly window: RecordWindow,
    private readonly options: CsvOptions,
  ) {
    const { columns } = options;
    this.names = columns !== undefined && 'start_marker' in columns ? columns : null;
    this.hasColumns = columns !== undefined && this.names === null;
    this.comment = bytesOf(options.comment);
    this.footer = bytesOf(options.footer_prefix);
    this.endMarker = bytesOf(options.end_marker);
    this.quote = dialectOf(options).quote?.charCodeAt(0);
    this.part = this.names === null ? 'before_records' : 'before_names';
  }

  /** The rules of a file; null when each of its lines belongs to a record, which costs nothing. */
  static of(window: RecordWindow, options: CsvOptions): LineRules | null {
    const { header_row, columns, footer_prefix, comment, start_marker, end_marker } = options;
    const given = [header_row, columns, footer_prefix, comment, start_marker, end_marker];
    return given.every((option) => option === undefined) ? null : new LineRules(window, options);
  }

  /**
   * Passes over the lines at `window.recordStart` that are no records. Returns `record` when a record begins there, `more`
   * when bytes are missing, and `close` when the batch should be closed. Throws a `FileError`.
   */
  next(final: boolean): 'record' | 'more' | 'close' {
    for (;;) {
      if (this.part === 'records') {
        const what = this.passing ? 'other' : this.inRecords(final);
        if (what === 'record' || what === 'more' || what === 'close') return what;
        if (what === 'end') {
          this.part = 'after_records';
          return 'close';
        }
        this.passing = true;
      } else if (this.part === 'after_records') {
        this.window.discard();
        return 'more';
      } else if (this.part === 'before_records' && this.startsHere()) {
        this.part = 'records';
        continue;
      }
      const line = this.readLine(final);
      if (line === null) return 'more';
      if (this.take(line) || this.window.full) return 'close';
    }
  }

  /** The file has ended: throws `marker_not_found` or `header_not_found` when its records never began. */
  checkStart(): void {
    const { start_marker, header_row } = this.options;
    if (this.part === 'before_names') throw notFound(this.names?.start_marker);
    if (this.part === 'names') throw notFound(this.names?.end_marker);
    if (this.part !== 'before_records') return;
    if (start_marker !== undefined) throw notFound(start_marker);
    if (header_row !== undefined && !this.startsHere()) {
      throw new FileError(
        'header_not_found',
        `header_row is ${header_row}, but the file ends before that line.`,
      );
    }
  }

  /** The file has ended: throws `marker_not_found` when the line after the last record never came. */
  checkEnd(): void {
    const { end_marker } = this.options;
    if (end_marker === undefined || this.part === 'after_records') return;
    throw new FileError(
      'marker_not_found',
      `The file ends without the line "${shown(end_marker)}" (end_marker). It may be cut short: get the whole file, or leave end_marker out.`,
    );
  }

  /** The header or the first record begins at the current line. */
  private startsHere(): boolean {
    const { header_row, start_marker } = this.options;
    return start_marker === undefined && this.window.line >= (header_row ?? 1);
  }

  private inRecords(final: boolean): 'record' | 'more' | 'close' | 'end' | 'other' {
    const { window } = this;
    if (this.hasColumns && window.nextRow === 0) {
      window.add(window.recordStart, window.recordStart); // the header that the file does not have
      return 'close';
    }
    if (window.recordStart === window.end) return 'more';
    const isComment = this.begins(this.comment, final);
    const isEnd = this.begins(this.endMarker, final);
    const isFooter = window.nextRow > 0 && this.begins(this.footer, final, true);
    if (isComment === null || isEnd === null || isFooter === null) return 'more';
    if (isComment) return 'other';
    if (isFooter) return 'end';
    if (!isEnd) return 'record';
    const line = this.peekLine(final);
    if (line === null) return 'more';
    return this.is(line, this.options.end_marker) ? 'end' : 'record';
  }

  /** Passes over a line that is no record. Returns true when it ends the list of names, which is the header. */
  private take({ start, end, next }: Line): boolean {
    const { window, part, names } = this;
    window.scanned = next;
    if (next > end) window.line++;
    this.passing = false;
    if (part === 'names' && names !== null) {
      if (!this.is({ start, end, next }, names.end_marker)) {
        this.lineOffset = next - window.recordStart;
        return false;
      }
      window.add(start, next);
      this.lineOffset = 0;
      this.part = 'before_records';
      return true;
    }
    const marker = part === 'before_names' ? names?.start_marker : this.options.start_marker;
    const isMarker = part !== 'records' && this.is({ start, end, next }, marker);
    window.passTo(next);
    if (isMarker) this.part = part === 'before_names' ? 'names' : 'records';
    return false;
  }

  /** The current line once its end is there; moves `window.scanned`. A last line may have no LF. */
  private readLine(final: boolean): Line | null {
    const { window } = this;
    const start = window.recordStart + this.lineOffset;
    const lf = window.bytes.subarray(0, window.end).indexOf(LF, Math.max(start, window.scanned));
    if (lf >= 0) return { start, end: lf, next: lf + 1 };
    window.scanned = window.end;
    window.checkSize(window.end, 'Does the file have line ends (LF or CRLF)?');
    return final && start < window.end ? { start, end: window.end, next: window.end } : null;
  }

  /** The line at `recordStart` without moving on: it may be a record. */
  private peekLine(final: boolean): Line | null {
    const { window } = this;
    const start = window.recordStart;
    const lf = window.bytes.subarray(0, window.end).indexOf(LF, start);
    if (lf >= 0) return { start, end: lf, next: lf + 1 };
    window.checkSize(window.end, 'Does the file have line ends (LF or CRLF)?');
    return final ? { start, end: window.end, next: window.end } : null;
  }

  /** Whether the current line begins with `prefix`, or its first quoted cell does; null when later bytes decide. */
  private begins(prefix: Buffer | null, final: boolean, orQuoted = false): boolean | null {
    if (prefix === null) return false;
    const { bytes, recordStart, end } = this.window;
    const quoted = orQuoted && bytes[recordStart] === this.quote && prefix[0] !== this.quote;
    const start = recordStart + (quoted ? 1 : 0);
    const length = Math.min(prefix.length, end - start);
    if (bytes.compare(prefix, 0, length, start, start + length) !== 0) return false;
    return length === prefix.length ? true : final ? false : null;
  }

  private is({ start, end }: Line, marker: string | undefined): boolean {
    return marker !== undefined && this.window.bytes.toString('utf8', start, end).trim() === marker.trim();
  }
}

const bytesOf = (text: string | undefined): Buffer | null => (text === undefined ? null : Buffer.from(text));

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const notFound = (marker = ''): FileError =>
  new FileError(
    'marker_not_found',
    `No line of the file is "${shown(marker)}". Give a marker as the file has it, with the same letter case.`,
  );
