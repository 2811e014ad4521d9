import { FileError } from '../format';
import type { RecordScanner, RecordWindow } from '../record-window';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/**
 * The position in the outer array. `first`: after its `[`; `next`: after a comma; `after`: after an element. In an object
 * an element is a member: `colon` is after its key, `value` after its colon.
 */
type Position = 'start' | 'first' | 'next' | 'element' | 'colon' | 'value' | 'after' | 'end';

/**
 * Scans the elements of one outer JSON array by their brackets and quotes: nesting is a counter, not a stack. Only the outer
 * array is checked here; the content of an element is checked when it is parsed.
 */
export class JsonArrayScanner implements RecordScanner {
  protected position: Position = 'start';
  protected readonly close: number = CLOSE_ARRAY;
  private depth = 0;
  private inString = false;

  constructor(protected readonly window: RecordWindow) {}

  advance(final: boolean): boolean {
    const { window } = this;
    while (window.scanned < window.end) {
      if (this.position === 'element') {
        if (!this.inString) this.readStructure();
        else if (!this.readString()) break;
      } else if (this.position === 'end' && this.isInner) return false;
      else this.readBetween();
      if (window.full) return true;
    }
    if (this.isInRecord) this.checkSize(window.end);
    if (final) this.endFile();
    return false;
  }

  /** True for a part of a larger document: something may follow its end. */
  protected get isInner(): boolean {
    return false;
  }

  private get isInRecord(): boolean {
    return this.position === 'element' || this.position === 'colon' || this.position === 'value';
  }

  /** Reads white space and one byte of the outer array, or begins an element. */
  private readBetween(): void {
    const { window } = this;
    const byte = window.bytes[window.scanned];
    if (byte === SPACE || byte === TAB || byte === CR || byte === LF) {
      if (byte === LF) window.line++;
    } else if (this.position === 'start') {
      this.openArray(byte);
    } else if (this.position === 'after' || this.position === 'end') {
      this.goOn(byte);
    } else if (this.position === 'first' && byte === this.close) {
      this.position = 'end';
    } else if (this.position === 'colon') {
      this.readColon(byte);
    } else {
      this.beginElement(byte);
      return;
    }
    window.scanned++;
    if (!this.isInRecord) window.passTo(window.scanned);
  }

  private readColon(byte: number | undefined): void {
    if (byte !== COLON) throw this.syntax('":" is expected after a key', byte);
    this.position = 'value';
  }

  private openArray(byte: number | undefined): void {
    if (byte === OPEN_ARRAY) {
      this.position = 'first';
      return;
    }
    const advice =
      byte === OPEN_OBJECT
        ? 'It starts with "{": this looks like NDJSON (one object on each line). Send NDJSON with format=ndjson; put a single object into brackets: [{…}].'
        : `It starts with ${this.show(byte)}.`;
    throw new FileError(
      'json_not_array',
      `A JSON file must be one array of objects: [{…}, {…}]. ${advice}`,
      this.window.line,
    );
  }

  private goOn(byte: number | undefined): void {
    if (this.position === 'end') throw this.syntax('nothing may follow the closing "]" of the array', byte);
    if (byte === COMMA) this.position = 'next';
    else if (byte === this.close) this.position = 'end';
    else throw this.syntax(`"," or ${this.show(this.close)} is expected after an element`, byte);
  }

  protected beginElement(byte: number | undefined): void {
    if (byte === this.close)
      throw this.syntax('an element is expected after ","; remove the last comma', byte);
    if (byte === COMMA) throw this.syntax('an element is expected before ","', byte);
    this.window.passTo(this.window.scanned);
    this.position = 'element';
  }

  /** Reads bytes of an element outside strings, up to a quote, the end of the element or the end of the bytes. */
  private readStructure(): void {
    const { window } = this;
    const { bytes, end } = window;
    let { depth } = this;
    for (let at = window.scanned; at < end; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        this.inString = true;
        return this.stopAt(at + 1, depth);
      }
      if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) depth++;
      else if (depth > 0 && (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY)) {
        if (--depth === 0) return this.endElement(at + 1);
      } else if (depth === 0 && (byte === this.close || endsScalar(byte))) return this.endElement(at);
      else if (byte === LF) window.line++;
    }
    this.stopAt(end, depth);
  }

  private stopAt(at: number, depth: number): void {
    this.window.scanned = at;
    this.depth = depth;
  }

  /** Reads bytes of a string. Returns false when the byte after a backslash is not there yet. */
  private readString(): boolean {
    const { window } = this;
    const { bytes, end } = window;
    for (let at = window.scanned; at < end; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        this.inString = false;
        if (this.depth === 0) this.endElement(at + 1);
        else window.scanned = at + 1;
        return true;
      }
      if (byte === LF) window.line++;
      if (byte !== BACKSLASH) continue;
      if (at + 1 === end) {
        window.scanned = at;
        return false;
      }
      at++;
    }
    window.scanned = end;
    return true;
  }

  protected endElement(end: number): void {
    const { window } = this;
    this.checkSize(end);
    window.add(end, end);
    this.leaveElement(end, 'after');
  }

  protected leaveElement(end: number, position: Position): void {
    this.window.scanned = end;
    this.depth = 0;
    this.position = position;
  }

  private endFile(): void {
    const { window } = this;
    if (this.position === 'start')
      throw new FileError('file_empty', 'The file is empty: it has no JSON array.');
    if (this.position === 'end') return;
    const where = this.isInRecord
      ? `inside row ${window.nextRow}, which starts at line ${window.recordLine}`
      : `before the closing ${this.show(this.close)} of the ${this.close === CLOSE_ARRAY ? 'array' : 'object'}`;
    throw new FileError(
      'json_syntax',
      `The file ends ${where} (line ${window.line}). Is it cut short?`,
      window.line,
    );
  }

  private checkSize(end: number): void {
    this.window.checkSize(end, 'The likely cause is a quote or bracket that is never closed.');
  }

  protected syntax(expected: string, byte: number | undefined): FileError {
    const { window } = this;
    const where = `Line ${window.line}, byte offset ${window.offsetOf(window.scanned)}`;
    return new FileError(
      'json_syntax',
      `${where}: ${expected}, but ${this.show(byte)} was found.`,
      window.line,
    );
  }

  private show(byte = 0): string {
    return byte > SPACE && byte < 127
      ? JSON.stringify(String.fromCharCode(byte))
      : `byte 0x${byte.toString(16)}`;
  }
}

/** A number or word directly in the array ends before a comma, a closing bracket or white space. */
function endsScalar(byte: number | undefined): boolean {
  return (
    byte === COMMA || byte === CLOSE_ARRAY || byte === LF || byte === SPACE || byte === CR || byte === TAB
  );
}
