import { shownText } from '../shown-text';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** A JSON text and how far it has been read. */
export class JsonCursor {
  at = 0;

  constructor(
    readonly text: string,
    /** Number of values that may still be read. */
    public valuesLeft = Infinity,
  ) {}

  /** The UTF-16 unit at the cursor once white space is skipped; NaN at the end. */
  next(): number {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code !== SPACE && code !== LF && code !== CR && code !== TAB) return code;
      this.at++;
    }
  }

  issue(code: JsonIssueCode, what: string, at = this.at): JsonIssue {
    return JsonIssue.at(this.text, at, code, what);
  }

  /** The issue that the text at the cursor is not what is `expected`. */
  unexpected(expected: string): JsonIssue {
    return this.issue('json_syntax', `${expected} is expected, but ${this.found()}.`);
  }

  private found(): string {
    const code = this.text.codePointAt(this.at);
    if (code === undefined) return 'the text ends; it may be cut short';
    if (code === 0xfeff) return 'a byte order mark was found';
    return `${JSON.stringify(String.fromCodePoint(code))} was found`;
  }
}

/** Issues of a JSON text: stable codes, listed in the docs as row errors. */
type JsonIssueCode =
  | 'json_syntax'
  | 'duplicate_key'
  | 'nul_character'
  | 'invalid_unicode'
  | 'too_deep'
  | 'too_many_values'
  | 'invalid_number';

/** Why a JSON text is refused. The message gives the line and column, from 1, and says how to fix it. */
export class JsonIssue extends Error {
  constructor(
    readonly code: JsonIssueCode,
    message: string,
  ) {
    // A file may have millions of these: recording the call stack would take most of the time.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(shownText(message));
    Error.stackTraceLimit = stackTraceLimit;
  }

  /** An issue at the position `at` of `text`. `what`: a sentence, to which the position is added. */
  static at(text: string, at: number, code: JsonIssueCode, what: string): JsonIssue {
    const lineStart = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    const line = lineStart === 0 ? 1 : text.slice(0, lineStart).split('\n').length;
    const place =
      line === 1 ? `Character ${at + 1}` : `Line ${line} of the value, character ${at - lineStart + 1}`;
    return new JsonIssue(code, `${place}: ${what}`);
  }
}
