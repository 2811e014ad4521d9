import { JsonIssue, type JsonIssueCode } from './json-issue';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** A JSON text and how far it has been read. */
export class JsonCursor {
  at = 0;

  constructor(
    readonly text: string,
    /** So many values may still be read. */
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

  /** The flaw that something else stands at the cursor than `expected`. */
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
