/** What can be wrong with a JSON text; stable, and listed in the docs as row errors. */
export type JsonIssueCode =
  | 'json_syntax'
  | 'duplicate_key'
  | 'nul_character'
  | 'invalid_unicode'
  | 'too_deep'
  | 'too_many_values'
  | 'invalid_number';

/** Why a JSON text is refused. The message says where (line and column, from 1) and how to mend it. */
export class JsonIssue extends Error {
  constructor(
    readonly code: JsonIssueCode,
    message: string,
  ) {
    // A file may hold millions of these; writing down the call stack would take most of the time of reading it.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }

  /** A flaw at the position `at` of `text`; `what` is a sentence without its place. */
  static at(text: string, at: number, code: JsonIssueCode, what: string): JsonIssue {
    const lineStart = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    const line = lineStart === 0 ? 1 : text.slice(0, lineStart).split('\n').length;
    const place =
      line === 1 ? `Character ${at + 1}` : `Line ${line} of the value, character ${at - lineStart + 1}`;
    return new JsonIssue(code, `${place}: ${what}`);
  }
}
