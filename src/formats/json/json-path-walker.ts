import { FileError } from '../format';
import type { RecordWindow } from '../record-window';
import { JsonTokenReader, type JsonToken } from './json-token-reader';
import type { JsonLayout } from './json-layout';
import { jsonPointer } from './json-pointer';

/** Deeper than any real document, and small enough that the place in it costs nothing. */
const MAX_DEPTH = 256;
/** How many keys a message names, and how much of each. */
const MAX_KEYS = 20;
const MAX_KEY_LENGTH = 60;

type Expected = 'value' | 'first_value' | 'first_key' | 'key' | 'colon' | 'comma' | 'end';

/**
 * Walks through a JSON document to the array or object at the path of a layout, and after its records on to the end. It is
 * strict: what is skipped must be well-formed JSON.
 */
export class JsonPathWalker {
  private readonly tokens: JsonTokenReader;
  /** The closing bracket of each array and object that is open. */
  private readonly open: ('}' | ']')[] = [];
  private expected: Expected = 'value';
  /** How many tokens of the path lead to the innermost array or object on it that is open. */
  private matched = 0;
  /** The next value is the one that the first `matched` tokens lead to. */
  private atPath = true;
  private found = false;
  private pastRecords = false;
  /** Of the innermost array or object on the path: its first keys, or the number of elements before the next one. */
  private keys: string[] = [];
  private elements = 0;

  constructor(
    private readonly window: RecordWindow,
    private readonly layout: JsonLayout,
  ) {
    this.tokens = new JsonTokenReader(window);
  }

  /** Reads on. Returns true when the next byte is the first after the bracket that opens the records. */
  read(final: boolean): boolean {
    while (!this.found) {
      const token = this.tokens.next(this.keepsKeys, final);
      if (token === null) return false;
      this.take(token);
    }
    return true;
  }

  /** Reads on to the end of the document, after the bracket that closes the records. */
  skipRest(final: boolean): void {
    if (!this.pastRecords) this.leave();
    this.pastRecords = true;
    for (;;) {
      const token = this.tokens.next(this.keepsKeys, final);
      if (token === null) return;
      this.take(token);
      if (token.kind === 'end') return;
    }
  }

  /** Keys are compared with the path only directly inside the innermost array or object on it. */
  private get keepsKeys(): boolean {
    return (
      this.open.length === this.depthOfPath && (this.expected === 'key' || this.expected === 'first_key')
    );
  }

  /** Number of open brackets directly inside the innermost array or object on the path. */
  private get depthOfPath(): number {
    return this.found ? this.matched : this.matched + 1;
  }

  private take(token: JsonToken): void {
    const { expected } = this;
    const { kind } = token;
    if (kind === 'end') return this.takeEnd();
    switch (expected) {
      case 'end':
        throw this.syntax('nothing may follow the end of the document', token);
      case 'colon':
        if (kind !== ':') throw this.syntax('":" is expected after a key', token);
        this.expected = 'value';
        return;
      case 'comma':
        if (kind === ',') this.expected = this.open.at(-1) === '}' ? 'key' : 'value';
        else if (kind === this.open.at(-1)) this.close();
        else throw this.syntax(`"," or "${this.open.at(-1) ?? ''}" is expected`, token);
        return;
      case 'first_key':
      case 'key':
        if (kind === 'string') this.takeKey(token);
        else if (kind === '}' && expected === 'first_key') this.close();
        else throw this.syntax('a key in double quotes is expected', token);
        return;
      case 'first_value':
      case 'value':
        if (kind === ']' && expected === 'first_value') this.close();
        else this.takeValue(token);
    }
  }

  private takeKey({ text }: JsonToken): void {
    this.expected = 'colon';
    if (text === null) return;
    if (this.found) {
      if (text === this.layout.path[this.matched - 1]) throw this.repeated(text);
      return;
    }
    if (text === this.layout.path[this.matched]) this.descend();
    else if (this.keys.length < MAX_KEYS) this.keys.push(text);
  }

  private descend(): void {
    this.matched++;
    this.atPath = true;
  }

  private takeValue(token: JsonToken): void {
    const { kind } = token;
    const isOpening = kind === '[' || kind === '{';
    if (!isOpening && kind !== 'string' && kind !== 'scalar') throw this.syntax('a value is expected', token);
    if (!this.found && !this.atPath && this.open.length === this.depthOfPath && this.open.at(-1) === ']') {
      if (String(this.elements++) === this.layout.path[this.matched]) this.descend();
    }
    if (this.atPath) this.checkPath(kind);
    if (isOpening) this.enter(kind);
    else this.expected = this.open.length === 0 ? 'end' : 'comma';
  }

  /** The value that begins is on the path. */
  private checkPath(kind: JsonToken['kind']): void {
    const { path, records } = this.layout;
    this.atPath = false;
    this.keys = [];
    this.elements = 0;
    if (this.matched < path.length) {
      if (kind !== '[' && kind !== '{')
        throw this.notThere(`it is ${describe(kind)}, which has nothing inside`);
      return;
    }
    if (kind === (records === 'members' ? '{' : '[')) {
      this.found = true;
      return;
    }
    throw this.wrongKind(kind);
  }

  private enter(kind: '[' | '{'): void {
    if (this.open.length >= MAX_DEPTH) {
      throw new FileError(
        'too_deep',
        `Line ${this.window.line}: the document is nested more than ${MAX_DEPTH} deep.`,
        this.window.line,
      );
    }
    this.open.push(kind === '[' ? ']' : '}');
    this.expected = kind === '[' ? 'first_value' : 'first_key';
  }

  private close(): void {
    if (!this.found && this.open.length === this.depthOfPath) throw this.notThere(this.contents());
    this.leave();
  }

  private leave(): void {
    this.open.pop();
    if (this.found) this.matched = Math.min(this.matched, this.open.length);
    this.expected = this.open.length === 0 ? 'end' : 'comma';
  }

  private takeEnd(): void {
    if (this.expected === 'end') return;
    if (this.open.length === 0)
      throw new FileError('file_empty', 'The file is empty: it has no JSON document.');
    const { line } = this.window;
    const what = this.found ? '' : ` and before ${this.pointer()} was found`;
    throw new FileError(
      'json_syntax',
      `The file ends before its last "${this.open.at(-1) ?? ''}" (line ${line})${what}. Is it cut short?`,
      line,
    );
  }

  private contents(): string {
    if (this.open.at(-1) === ']') return `the array there has ${this.elements} elements, counted from 0`;
    if (this.keys.length === 0) return 'the object there has no keys';
    const shown = this.keys.map((key) =>
      JSON.stringify(key.length > MAX_KEY_LENGTH ? `${key.slice(0, MAX_KEY_LENGTH)}…` : key),
    );
    return `the keys there are ${shown.join(', ')}${this.keys.length === MAX_KEYS ? ' and others' : ''}`;
  }

  private pointer(): string {
    return JSON.stringify(jsonPointer(...this.layout.path));
  }

  private notThere(why: string): FileError {
    const { path, option } = this.layout;
    const at = jsonPointer(...path.slice(0, this.matched));
    return new FileError(
      'json_path_not_found',
      `json_options.${option} is ${this.pointer()}, but at ${JSON.stringify(at)} ${why}.`,
      this.window.line,
    );
  }

  private wrongKind(kind: JsonToken['kind']): FileError {
    const { option, records } = this.layout;
    const advice =
      records === 'members'
        ? 'object_values is for an object whose members are the records; leave it out for an array.'
        : kind === '{'
          ? 'If its members are the records, add object_values: {"key_to": "<field>"}; otherwise give the pointer to the array inside.'
          : 'Give the pointer to the array of records.';
    return new FileError(
      'json_path_not_found',
      `json_options.${option} is ${this.pointer()}, and the value there is ${describe(kind)}, not ${records === 'members' ? 'an object' : 'an array'}. ${advice}`,
      this.window.line,
    );
  }

  private repeated(key: string): FileError {
    return new FileError(
      'json_syntax',
      `Line ${this.window.line}: the key ${JSON.stringify(key)} appears twice in one object; keep one.`,
      this.window.line,
    );
  }

  private syntax(expected: string, token: JsonToken): FileError {
    const { window } = this;
    const place = `Line ${window.line}, byte offset ${window.offsetOf(window.scanned)}`;
    return new FileError(
      'json_syntax',
      `${place}: ${expected}, but ${describe(token.kind)} was found.`,
      window.line,
    );
  }
}

function describe(kind: JsonToken['kind']): string {
  switch (kind) {
    case '[':
      return 'an array';
    case '{':
      return 'an object';
    case 'string':
      return 'a text';
    case 'scalar':
      return 'a number, a boolean or null';
    case 'end':
      return 'the end of the file';
    default:
      return `"${kind}"`;
  }
}
