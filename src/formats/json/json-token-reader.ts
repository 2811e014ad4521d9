import { FileError } from '../format';
import type { RecordWindow } from '../record-window';
import { JsonCursor, JsonIssue } from './json-cursor';
import { parseJson } from './parse-json';
import { readJsonString } from './read-json-string';

const QUOTE = 34;
const BACKSLASH = 92;
const LF = 10;
const SPACE = 32;
const LOWER_U = 117;
const HEX_DIGITS = 4;
const PUNCTUATION: Readonly<Record<number, ',' | ':' | '[' | ']' | '{' | '}'>> = {
  44: ',',
  58: ':',
  91: '[',
  93: ']',
  123: '{',
  125: '}',
};
/** `"\/bfnrtu` */
const ESCAPES: ReadonlySet<number> = new Set([34, 92, 47, 98, 102, 110, 114, 116, 117]);

/** One token of a JSON text. */
export interface JsonToken {
  /** `scalar`: a number, true, false or null. `end`: no byte follows. */
  readonly kind: ',' | ':' | '[' | ']' | '{' | '}' | 'string' | 'scalar' | 'end';
  /** The content of a string that was to be kept. */
  readonly text: string | null;
}

/**
 * Reads the tokens of a JSON text in a `RecordWindow` that belong to no record, strictly (RFC 8259). Bytes that were read
 * are passed over; a text that is not kept takes no memory, however long it is.
 */
export class JsonTokenReader {
  private reading: 'text' | 'kept_text' | 'scalar' | null = null;

  constructor(private readonly window: RecordWindow) {}

  /** The next token; null when more bytes are needed. `keep`: the content of a string is wanted. */
  next(keep: boolean, final: boolean): JsonToken | null {
    const { window } = this;
    if (this.reading === null && !this.begin(keep)) {
      window.passTo(window.scanned);
      return final ? { kind: 'end', text: null } : null;
    }
    const token =
      this.reading === null
        ? this.punctuation()
        : this.reading === 'scalar'
          ? this.scalar(final)
          : this.string();
    if (token !== null) window.passTo(window.scanned);
    else if (final) throw this.cutShort();
    else if (this.reading === 'text')
      window.passTo(characterStart(window.bytes, window.recordStart, window.scanned));
    else window.checkSize(window.end, 'A key or number is that long; a quote may be missing.');
    return token;
  }

  /** Steps over white space to a token. Returns false when there is none yet. */
  private begin(keep: boolean): boolean {
    const { window } = this;
    const { bytes, end } = window;
    for (; window.scanned < end; window.scanned++) {
      const byte = bytes[window.scanned] ?? 0;
      if (byte === LF) window.line++;
      if (byte === SPACE || byte === LF || byte === 13 || byte === 9) continue;
      window.passTo(window.scanned);
      if (byte === QUOTE) {
        this.reading = keep ? 'kept_text' : 'text';
        window.scanned++;
      } else if (PUNCTUATION[byte] === undefined) this.reading = 'scalar';
      return true;
    }
    return false;
  }

  private punctuation(): JsonToken | null {
    const kind = PUNCTUATION[this.window.bytes[this.window.scanned++] ?? 0];
    return kind === undefined ? null : { kind, text: null };
  }

  private scalar(final: boolean): JsonToken | null {
    const { window } = this;
    const { bytes, end } = window;
    let at = window.scanned;
    while (at < end && !endsScalar(bytes[at] ?? 0)) at++;
    window.scanned = at;
    if (at === end && !final) return null;
    const text = bytes.toString('utf8', window.recordStart, at);
    this.strictly(() => parseJson(text, { depth: 0 }));
    this.reading = null;
    return { kind: 'scalar', text: null };
  }

  private string(): JsonToken | null {
    const { window } = this;
    const { bytes, end } = window;
    for (let at = window.scanned; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === QUOTE) return this.endString(at + 1);
      if (byte < SPACE) throw this.syntax('a text has a control character; a quote may be missing before it');
      if (byte !== BACKSLASH) continue;
      const length = bytes[at + 1] === LOWER_U ? 2 + HEX_DIGITS : 2;
      if (at + length > end) {
        window.scanned = at;
        return null;
      }
      const escape = bytes.toString('latin1', at, at + length);
      if (!ESCAPES.has(bytes[at + 1] ?? 0) || (length > 2 && !/^\\u[0-9a-fA-F]{4}$/.test(escape))) {
        throw this.syntax(`${JSON.stringify(escape)} is no escape sequence of JSON`);
      }
      at += length - 1;
    }
    window.scanned = end;
    return null;
  }

  private endString(end: number): JsonToken {
    const { window } = this;
    const isKept = this.reading === 'kept_text';
    window.scanned = end;
    this.reading = null;
    if (!isKept) return { kind: 'string', text: null };
    const text = window.bytes.toString('utf8', window.recordStart, end);
    return { kind: 'string', text: this.strictly(() => readJsonString(new JsonCursor(text))) };
  }

  private strictly<Result>(read: () => Result): Result {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof JsonIssue)) throw error;
      throw this.syntax(error.message);
    }
  }

  private syntax(what: string): FileError {
    const { line } = this.window;
    return new FileError('json_syntax', `Line ${line}: ${what}`, line);
  }

  private cutShort(): FileError {
    const { line } = this.window;
    return new FileError(
      'json_syntax',
      `The file ends inside a text or number (line ${line}). Is it cut short?`,
      line,
    );
  }
}

const endsScalar = (byte: number): boolean =>
  byte === SPACE ||
  byte === LF ||
  byte === 13 ||
  byte === 9 ||
  byte === QUOTE ||
  PUNCTUATION[byte] !== undefined;

/** The last position up to `end` at which a character of UTF-8 begins or ends: a batch is never cut within one. */
function characterStart(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && ((bytes[at - 1] ?? 0) & 0xc0) === 0x80) at--;
  if (at > start && (bytes[at - 1] ?? 0) >= 0xc0) return at - 1;
  return end;
}
