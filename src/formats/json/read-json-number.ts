import type { JsonCursor } from './json-cursor';
import { JsonNumber } from './json-value';

const MINUS = 45;
const PLUS = 43;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const UPPER_E = 69;
const LOWER_E = 101;

/** A JavaScript number preserves any number with at most so many significant digits. */
const SAFE_DIGITS = 15;
const MAX_DIGITS = 1_000;
const MAX_EXPONENT = 100;

/**
 * Reads the number at the cursor: a JavaScript number when that prints as the same literal, else a `JsonNumber`.
 * Throws json_syntax, or invalid_number for more than 1,000 digits or an exponent beyond ±100.
 */
export function readJsonNumber(cursor: JsonCursor): number | JsonNumber {
  const { text } = cursor;
  const start = cursor.at;
  const negative = text.charCodeAt(start) === MINUS;
  const whole = negative ? start + 1 : start;
  let end = digitsEnd(text, whole);
  if (end === whole) throw numberSyntax(cursor, end, 'a digit is expected after "-"');
  if (text.charCodeAt(whole) === ZERO && end > whole + 1) {
    throw numberSyntax(cursor, whole, 'a number has no leading zeros; put it in quotes if it is a code');
  }
  let digits = end - whole;
  let plain = true;
  if (text.charCodeAt(end) === POINT) {
    const fraction = end + 1;
    end = digitsEnd(text, fraction);
    if (end === fraction) throw numberSyntax(cursor, end, 'a digit is expected after "."');
    digits += end - fraction;
    // 1.10 prints as 1.1, and 0.0000001 as 1e-7.
    plain = text.charCodeAt(whole) !== ZERO && text.charCodeAt(end - 1) !== ZERO;
  } else if (text.charCodeAt(whole) === ZERO) plain = !negative;
  const mantissaEnd = end;
  end = readExponent(cursor, end);
  if (digits > MAX_DIGITS) {
    throw cursor.issue('invalid_number', `the number has ${digits} digits; the maximum is ${MAX_DIGITS}.`);
  }
  cursor.at = end;
  const literal = text.slice(start, end);
  const number = Number(literal);
  if (plain && digits <= SAFE_DIGITS && end === mantissaEnd) return number;
  return String(number) === literal ? number : new JsonNumber(literal);
}

/** Reads `e±digits` at `at`, if the text has it there, and returns the end of the number. */
function readExponent(cursor: JsonCursor, at: number): number {
  const { text } = cursor;
  if (!isE(text.charCodeAt(at))) return at;
  const sign = text.charCodeAt(at + 1);
  const first = sign === MINUS || sign === PLUS ? at + 2 : at + 1;
  const end = digitsEnd(text, first);
  if (end === first) throw numberSyntax(cursor, end, 'a digit is expected in the exponent');
  if (Number(text.slice(first, end)) > MAX_EXPONENT) {
    throw cursor.issue('invalid_number', `an exponent must be between -${MAX_EXPONENT} and ${MAX_EXPONENT}.`);
  }
  return end;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(++at));
  return at;
}

const isE = (code: number): boolean => code === LOWER_E || code === UPPER_E;

const numberSyntax = (cursor: JsonCursor, at: number, what: string) =>
  cursor.issue('json_syntax', `${what}.`, at);
