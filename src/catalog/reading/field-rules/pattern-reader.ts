import type { DatePart, DatePattern, DigitsToken, OffsetToken, PatternToken } from './date-pattern';

const ZERO = 48;
const COLON = 58;
const PLUS = 43;
const MINUS = 45;
const ZULU = 90;
const LOWER_ZULU = 122;

/** Matches texts against one pattern, character by character: without backtracking, in time linear in the text. */
export class PatternReader {
  /** The numbers that were read last, by part; those of other texts stay where the pattern has no such part. */
  readonly values: Readonly<Record<DatePart, number>>;
  /** The digits of the fraction that was read last. */
  fraction = '';
  /** Where the last text ceased to match, from 0. */
  failedAt = 0;
  /** What was expected there. */
  expected: PatternToken | null = null;
  private readonly written: Record<DatePart, number>;

  constructor(readonly pattern: DatePattern) {
    this.written = { ...NO_VALUES };
    this.values = this.written;
  }

  /** True when the whole text matches; `values` and `fraction` are then those of the text. */
  read(text: string): boolean {
    let at = 0;
    for (const token of this.pattern.tokens) {
      const end = this.readToken(token, text, at);
      if (end < 0) return this.fail(token, at);
      at = end;
    }
    return at === text.length || this.fail(null, at);
  }

  private fail(expected: PatternToken | null, at: number): false {
    this.expected = expected;
    this.failedAt = at;
    return false;
  }

  /** The end of the token in the text; -1 when it is not there. */
  private readToken(token: PatternToken, text: string, at: number): number {
    switch (token.kind) {
      case 'literal':
        if (text.charCodeAt(at) === token.code) return at + 1;
        return text.startsWith(token.text, at) ? at + token.text.length : -1;
      case 'digits':
        return this.readDigits(token, text, at);
      case 'name': {
        const end = nameEnd(text, at);
        const value = token.names.get(text.slice(at, end).toLowerCase());
        if (value === undefined) return -1;
        store(this.written, token.part, value);
        return end;
      }
      case 'offset':
        return this.readOffset(token, text, at);
    }
  }

  private readDigits({ part, min, max }: DigitsToken, text: string, at: number): number {
    let end = at;
    let value = 0;
    const last = at + max;
    for (; end < last; end++) {
      const digit = text.charCodeAt(end) - ZERO;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
    }
    if (end - at < min) return -1;
    if (part === 'fraction') this.fraction = text.slice(at, end);
    else store(this.written, part, value);
    return end;
  }

  /** Offsets are in minutes. */
  private readOffset({ colon, hoursOnly, zulu }: OffsetToken, text: string, at: number): number {
    const sign = text.charCodeAt(at);
    if (zulu && (sign === ZULU || sign === LOWER_ZULU)) {
      this.written.offset = 0;
      return at + 1;
    }
    if (sign !== PLUS && sign !== MINUS) return -1;
    const hours = twoDigits(text, at + 1);
    const minutesAt = colon ? at + 4 : at + 3;
    if (hours < 0 || (colon && text.charCodeAt(at + 3) !== COLON)) return -1;
    const minutes = twoDigits(text, minutesAt);
    if (minutes < 0 && !hoursOnly) return -1;
    const offset = hours * 60 + Math.max(minutes, 0);
    this.written.offset = minutes > 59 ? NaN : sign === MINUS ? -offset : offset;
    return minutes < 0 ? minutesAt : minutesAt + 2;
  }
}

/** Named properties: a key that differs from call to call would cost more than reading the digits. */
function store(values: Record<DatePart, number>, part: DatePart, value: number): void {
  switch (part) {
    case 'year':
      values.year = value;
      break;
    case 'month':
      values.month = value;
      break;
    case 'day':
      values.day = value;
      break;
    case 'hour':
      values.hour = value;
      break;
    case 'minute':
      values.minute = value;
      break;
    case 'second':
      values.second = value;
      break;
    default:
      values[part] = value;
  }
}

const NO_VALUES: Readonly<Record<DatePart, number>> = {
  year: 0,
  shortYear: 0,
  quarter: 0,
  month: 0,
  day: 0,
  weekday: 0,
  hour: 0,
  hourOfHalf: 0,
  half: 0,
  minute: 0,
  second: 0,
  fraction: 0,
  offset: 0,
};

/** The number of the two digits at `at`; -1 when there are none. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** Names are letters; `a.m.` has points. The longest name has nine characters. */
function nameEnd(text: string, at: number): number {
  let end = at;
  for (; end < at + 10; end++) {
    const code = text.charCodeAt(end) | 32;
    if (!(code >= 97 && code <= 122)) break;
  }
  return text.charAt(end) === '.' && DOTTED.test(text.slice(at, at + 4)) ? at + 4 : end;
}

const DOTTED = /^[ap]\.m\.$/i;
