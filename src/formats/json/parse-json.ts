import { JsonCursor } from './json-cursor';
import type { JsonObject, JsonValue } from './json-value';
import { hasLoneSurrogate } from '../encoding';
import { readJsonNumber } from './read-json-number';
import { readJsonString } from './read-json-string';
import { cutText } from '../shown-text';

const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const OPEN_ARRAY = 91;
const CLOSE_ARRAY = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Maximum members of one object: every later step may rely on it. */
const MAX_KEYS = 10_000;

const LITERALS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/**
 * Parses one JSON text (strict RFC 8259) without loss: a number that a JavaScript number would not preserve is a
 * `JsonNumber`, and keys like `__proto__` are data. `depth`: maximum nesting of arrays and objects (a few hundred at most,
 * because each level is one call). `values`: maximum number of values. Throws a `JsonIssue`: json_syntax, duplicate_key,
 * nul_character, invalid_unicode, too_deep, too_many_values (also for over 10,000 keys in one object) or invalid_number.
 */
export function parseJson(text: string, options: { depth: number; values?: number }): JsonValue {
  const cursor = new JsonCursor(text, options.values);
  if (hasLoneSurrogate(text)) throw cursor.issue('invalid_unicode', 'the text is not valid Unicode.');
  const value = readValue(cursor, options.depth);
  if (!Number.isNaN(cursor.next())) throw cursor.unexpected('The end of the text');
  return value;
}

/** Parses `"key": value`, one member of an object, as `parseJson` parses a value. */
export function parseJsonMember(
  text: string,
  options: { depth: number; values?: number },
): [key: string, value: JsonValue] {
  const cursor = new JsonCursor(text, options.values);
  if (hasLoneSurrogate(text)) throw cursor.issue('invalid_unicode', 'the text is not valid Unicode.');
  if (cursor.next() !== QUOTE) throw cursor.unexpected('A key in double quotes');
  const key = readJsonString(cursor);
  if (cursor.next() !== COLON) throw cursor.unexpected('":" after the key');
  cursor.at++;
  const value = readValue(cursor, options.depth);
  if (!Number.isNaN(cursor.next())) throw cursor.unexpected('The end of the member');
  return [key, value];
}

/** `levels`: how many more arrays and objects may be nested. */
function readValue(cursor: JsonCursor, levels: number): JsonValue {
  const code = cursor.next();
  if (--cursor.valuesLeft < 0) throw tooMany(cursor, 'the text has too many values.');
  if (code === QUOTE) return readJsonString(cursor);
  if ((code >= ZERO && code <= NINE) || code === MINUS) return readJsonNumber(cursor);
  if (code === OPEN_OBJECT) return readObject(cursor, enter(cursor, levels));
  if (code === OPEN_ARRAY) return readArray(cursor, enter(cursor, levels));
  return readWord(cursor);
}

function enter(cursor: JsonCursor, levels: number): number {
  if (levels > 0) return levels - 1;
  throw cursor.issue('too_deep', 'arrays and objects are nested too deep; flatten the value.');
}

function readObject(cursor: JsonCursor, levels: number): JsonObject {
  const object: JsonObject = {};
  let keys = 0;
  cursor.at++;
  if (cursor.next() === CLOSE_OBJECT) {
    cursor.at++;
    return object;
  }
  for (;;) {
    if (cursor.next() !== QUOTE) throw cursor.unexpected('A key in double quotes');
    const keyAt = cursor.at;
    if (++keys > MAX_KEYS) throw tooMany(cursor, TOO_MANY_KEYS);
    const key = readJsonString(cursor);
    // The quick test comes first: it is true only for own and inherited members.
    if (object[key] !== undefined && Object.hasOwn(object, key)) {
      const shown = JSON.stringify(cutText(key, 100));
      throw cursor.issue('duplicate_key', `the key ${shown} appears twice in one object; keep one.`, keyAt);
    }
    if (cursor.next() !== COLON) throw cursor.unexpected('":" after the key');
    cursor.at++;
    setMember(object, key, readValue(cursor, levels));
    const code = cursor.next();
    if (code !== COMMA && code !== CLOSE_OBJECT) throw cursor.unexpected('"," or "}" after a member');
    cursor.at++;
    if (code === CLOSE_OBJECT) return object;
  }
}

const TOO_MANY_KEYS = `the object has more than ${MAX_KEYS.toLocaleString('en')} keys, which is the maximum.`;

const tooMany = (cursor: JsonCursor, what: string) => cursor.issue('too_many_values', what);

/** Sets a member of an object. An assignment to `__proto__` would set the prototype; here it becomes a member. */
export function setMember(object: JsonObject, key: string, value: JsonValue): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  } else {
    object[key] = value;
  }
}

function readArray(cursor: JsonCursor, levels: number): JsonValue[] {
  const array: JsonValue[] = [];
  cursor.at++;
  if (cursor.next() === CLOSE_ARRAY) {
    cursor.at++;
    return array;
  }
  for (;;) {
    array.push(readValue(cursor, levels));
    const code = cursor.next();
    if (code !== COMMA && code !== CLOSE_ARRAY) throw cursor.unexpected('"," or "]" after an element');
    cursor.at++;
    if (code === CLOSE_ARRAY) return array;
  }
}

function readWord(cursor: JsonCursor): boolean | null {
  for (const [word, value] of LITERALS) {
    if (!cursor.text.startsWith(word, cursor.at)) continue;
    cursor.at += word.length;
    return value;
  }
  throw cursor.unexpected(
    'A value (text in double quotes, a number, true, false, null, an object or an array)',
  );
}
