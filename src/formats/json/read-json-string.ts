import type { JsonCursor } from './json-cursor';
import { hasLoneSurrogate } from '../encoding';
import { jsonEscape, shownText } from '../shown-text';

const QUOTE = 34;
const BACKSLASH = 92;
const FIRST_PRINTABLE = 32;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const HEX = /^[0-9a-fA-F]{4}$/;

/** Reads the string whose opening quote is at the cursor. Throws json_syntax, nul_character or invalid_unicode. */
export function readJsonString(cursor: JsonCursor): string {
  const { text } = cursor;
  const start = cursor.at + 1;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      cursor.at = at + 1;
      return text.slice(start, at);
    }
    if (code === BACKSLASH) return readEscaped(cursor, start, at);
    if (code < FIRST_PRINTABLE) throw controlCharacter(cursor, at, code);
  }
  throw unclosed(cursor);
}

/** The same from the first backslash on. */
function readEscaped(cursor: JsonCursor, start: number, backslash: number): string {
  const { text } = cursor;
  let value = text.slice(start, backslash);
  let plain = backslash;
  let at = backslash;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      value += text.slice(plain, at);
      if (hasLoneSurrogate(value)) throw loneSurrogate(cursor);
      cursor.at = at + 1;
      return value;
    }
    if (code === BACKSLASH) {
      value += text.slice(plain, at) + readEscape(cursor, at);
      at += text[at + 1] === 'u' ? 6 : 2;
      plain = at;
    } else if (code < FIRST_PRINTABLE) throw controlCharacter(cursor, at, code);
    else at++;
  }
  throw unclosed(cursor);
}

function readEscape(cursor: JsonCursor, at: number): string {
  const letter = cursor.text[at + 1];
  if (letter === undefined) throw unclosed(cursor);
  if (letter !== 'u') {
    const escaped = ESCAPES[letter];
    if (escaped !== undefined) return escaped;
    const shown = shownText(String.fromCodePoint(cursor.text.codePointAt(at + 1) ?? 0));
    const what = `\\${shown} is not an escape sequence of JSON; a backslash itself is written \\\\.`;
    throw cursor.issue('json_syntax', what, at);
  }
  const hex = cursor.text.slice(at + 2, at + 6);
  if (!HEX.test(hex))
    throw cursor.issue('json_syntax', '\\u must be followed by four hexadecimal digits.', at);
  if (hex === '0000') throw nul(cursor, at);
  return String.fromCharCode(parseInt(hex, 16));
}

function controlCharacter(cursor: JsonCursor, at: number, code: number) {
  if (code === 0) return nul(cursor, at);
  const what = `the string contains a control character; write it as ${jsonEscape(String.fromCharCode(code))}. A quote may be missing before it.`;
  return cursor.issue('json_syntax', what, at);
}

const nul = (cursor: JsonCursor, at: number) =>
  cursor.issue('nul_character', 'a NUL character (\\u0000) cannot be stored; remove it.', at);

const unclosed = (cursor: JsonCursor) =>
  cursor.issue(
    'json_syntax',
    'the string that starts here is not closed; a quote is missing or the text is cut short.',
  );

const loneSurrogate = (cursor: JsonCursor) =>
  cursor.issue(
    'invalid_unicode',
    'the string that starts here contains half of a surrogate pair (\\ud800–\\udfff), which is not a character; write both halves or remove it.',
  );
