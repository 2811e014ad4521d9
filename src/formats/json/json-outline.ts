import { JsonCursor, JsonIssue } from './json-cursor';
import { jsonPointer } from './json-pointer';
import { readJsonNumber } from './read-json-number';
import { readJsonString } from './read-json-string';

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const MAX_DEPTH = 32;
/** Records are not looked for deeper. */
const MAX_POINTER = 6;
const WORDS = ['true', 'false', 'null'];

/** A part of a JSON document that may have the records. */
export interface RecordPlace {
  /** `objects`: an array of objects. `rows`: an array of arrays. `texts`: an array of texts. `members`: an object of objects. */
  readonly kind: 'objects' | 'rows' | 'texts' | 'members';
  /** JSON Pointer to it. */
  readonly pointer: string;
}

/** What the beginning of a JSON text shows. */
export interface JsonOutline {
  readonly places: readonly RecordPlace[];
  /** Position after the first value; null when the text ends, or is malformed, before its end. */
  readonly end: number | null;
  /** The text is malformed. A text that only ends too early is not. */
  readonly isMalformed: boolean;
}

/**
 * Looks at the first value of `text`, the beginning of a file: how far it goes, and where in it records may be. The time is
 * linear in the text.
 */
export function outlineJson(text: string): JsonOutline {
  const outline = new Outline(text);
  try {
    outline.readValue([], 0);
    return { places: outline.places, end: outline.cursor.at, isMalformed: false };
  } catch (error) {
    if (!(error instanceof JsonIssue)) throw error;
    return { places: outline.places, end: null, isMalformed: !outline.endsTooEarly };
  }
}

type Kind = 'object' | 'array' | 'text' | 'other';

class Outline {
  readonly places: RecordPlace[] = [];
  readonly cursor: JsonCursor;

  constructor(private readonly text: string) {
    this.cursor = new JsonCursor(text);
  }

  /** The text ended where something was expected, or within a text, a number or a word. */
  get endsTooEarly(): boolean {
    const { cursor, text } = this;
    const next = cursor.next();
    if (Number.isNaN(next)) return true;
    const rest = text.slice(cursor.at);
    if (next === QUOTE) return !/^"(?:[^"\\]|\\.)*"/s.test(rest);
    return /^-?[\d.eE+-]*$/.test(rest) || WORDS.some((word) => word.startsWith(rest));
  }

  readValue(path: readonly string[] | null, depth: number): Kind {
    const { cursor } = this;
    const code = cursor.next();
    if (depth > MAX_DEPTH) throw cursor.issue('too_deep', 'the text is nested too deep.');
    if (code === OPEN_OBJECT) return this.readObject(path, depth);
    if (code === OPEN_ARRAY) return this.readArray(path, depth);
    if (code === QUOTE) {
      readJsonString(cursor);
      return 'text';
    }
    const word = WORDS.find((one) => cursor.text.startsWith(one, cursor.at));
    if (word === undefined) readJsonNumber(cursor);
    else cursor.at += word.length;
    return 'other';
  }

  /** `path`: null where places are not looked for. */
  private readObject(path: readonly string[] | null, depth: number): Kind {
    const { cursor } = this;
    let objects = 0;
    let others = 0;
    this.readList(CLOSE_OBJECT, () => {
      if (cursor.next() !== QUOTE) throw cursor.unexpected('A key');
      const key = readJsonString(cursor);
      if (cursor.next() !== COLON) throw cursor.unexpected('":"');
      cursor.at++;
      const isObject = cursor.next() === OPEN_OBJECT;
      if (isObject) objects++;
      else others++;
      if (isObject && objects === 2 && others === 0) this.note('members', path);
      this.readValue(inside(path, key), depth + 1);
    });
    return 'object';
  }

  private readArray(path: readonly string[] | null, depth: number): Kind {
    const { cursor } = this;
    let index = 0;
    this.readList(CLOSE_ARRAY, () => {
      const code = cursor.next();
      if (index === 0) {
        if (code === OPEN_OBJECT) this.note('objects', path);
        else if (code === OPEN_ARRAY) this.note('rows', path);
        else if (code === QUOTE) this.note('texts', path);
      }
      this.readValue(null, depth + 1);
      index++;
    });
    return 'array';
  }

  private readList(close: number, readItem: () => void): void {
    const { cursor } = this;
    cursor.at++;
    if (cursor.next() !== close) {
      for (;;) {
        readItem();
        if (cursor.next() !== COMMA) break;
        cursor.at++;
      }
      if (cursor.next() !== close) throw cursor.unexpected('The end');
    }
    cursor.at++;
  }

  private note(kind: RecordPlace['kind'], path: readonly string[] | null): void {
    if (path !== null) this.places.push({ kind, pointer: jsonPointer(...path) });
  }
}

const inside = (path: readonly string[] | null, key: string): string[] | null =>
  path === null || path.length >= MAX_POINTER ? null : [...path, key];
