/**
 * The patterns that a text may be written in, from its own form: a reader of files proposes them, and a refusal names them.
 * Texts are short, and each form is looked for from the start of what is left.
 */

const MAX_LENGTH = 60;

/** The rest of the text, and the ways in which what was read may be written. */
type Step = { readonly rest: string; readonly patterns: readonly string[] } | null;

/** A pattern, and the options that it needs beside. */
export interface WrittenForm {
  readonly pattern: string;
  readonly hasTime: boolean;
  readonly hasOffset: boolean;
  /** The year has two digits. */
  readonly isShort: boolean;
  /** The text has no day of the month. */
  readonly lacksDay: boolean;
  /** The text has only a time of day. */
  readonly lacksDate: boolean;
}

/** The forms in which a date or an instant may be written; the likelier one first. Empty when the text looks like neither. */
export function writtenForms(text: string): WrittenForm[] {
  if (text.length > MAX_LENGTH) return [];
  const weekday = readWeekday(text);
  const date = readDate(weekday.rest);
  const time = readTime(date?.rest ?? weekday.rest, date !== null);
  if (time === null || (date === null && time.pattern === '')) return [];
  const patterns = date?.patterns ?? [''];
  return patterns.map((pattern) => ({
    pattern: `${weekday.pattern}${pattern}${time.pattern}`,
    hasTime: time.hasTime,
    hasOffset: time.hasOffset,
    isShort: /(?<!y)yy(?!y)/.test(pattern),
    lacksDay: date !== null && !pattern.includes('d'),
    lacksDate: date === null,
  }));
}

const quoted = (text: string): string => text.replace(/[A-Za-z]+/g, "'$&'");

function readWeekday(text: string): { rest: string; pattern: string } {
  const [all = '', name = '', mark = ''] = WEEKDAY.exec(text) ?? [];
  return {
    rest: text.slice(all.length),
    pattern: all === '' ? '' : `${name.length > 3 ? 'EEEE' : 'EEE'}${mark}`,
  };
}

const WEEKDAY =
  /^(mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(,? )/i;

const numeric = (letter: string, digits: string): string => letter.repeat(digits.length);
const yearOf = (digits: string): string => (digits.length === 2 ? 'yy' : 'yyyy');
const monthOf = (name: string): string => (name.length > 4 || /^(june|july)$/i.test(name) ? 'MMMM' : 'MMM');

/** Each form with the parts of the pattern for its groups. */
const DATES: readonly (readonly [RegExp, (groups: readonly string[]) => string[]])[] = [
  [
    /^(\d{4})([-/. _])(\d{1,2})\2(\d{1,2})(?!\d)/,
    ([, mark = '', month = '', day = '']) => [`yyyy${mark}${numeric('M', month)}${mark}${numeric('d', day)}`],
  ],
  [
    /^(\d{1,2})([-/. _])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/,
    ([first = '', mark = '', second = '', year = '']) => {
      const dayFirst = `${numeric('d', first)}${mark}${numeric('M', second)}${mark}${yearOf(year)}`;
      const monthFirst = `${numeric('M', first)}${mark}${numeric('d', second)}${mark}${yearOf(year)}`;
      return [dayFirst, monthFirst];
    },
  ],
  [
    /^(\d{1,2})([-/. ]?)([A-Za-z]{3,9})(\.?,?[-/. ]?)(\d{4}|\d{2})(?!\d)/,
    ([day = '', mark = '', month = '', next = '', year = '']) => [
      `${numeric('d', day)}${mark}${monthOf(month)}${next}${yearOf(year)}`,
    ],
  ],
  [
    /^([A-Za-z]{3,9})(\.?[-/. ])(\d{1,2})(,? |[-/])(\d{4}|\d{2})(?!\d)/,
    ([month = '', mark = '', day = '', next = '', year = '']) => [
      `${monthOf(month)}${mark}${numeric('d', day)}${next}${yearOf(year)}`,
    ],
  ],
  [
    /^(\d{4})([-/. ]?)([A-Za-z]{3,9})([-/. ]?)(\d{1,2})(?!\d)/,
    ([, mark = '', month = '', next = '', day = '']) => [
      `yyyy${mark}${monthOf(month)}${next}${numeric('d', day)}`,
    ],
  ],
  [/^(\d{4})([-/.])(\d{2})$/, ([, mark = '']) => [`yyyy${mark}MM`]],
  [/^([A-Za-z]{3,9})([-/ ])(\d{4})$/, ([month = '', mark = '']) => [`${monthOf(month)}${mark}yyyy`]],
  [/^(\d{4})([- ]?)Q[1-4]$/, ([, mark = '']) => [`yyyy${mark}'Q'Q`]],
  [/^(?:19|20)\d{6}(?=$|\D|\d{6}(?!\d))/, () => ['yyyyMMdd']],
];

function readDate(text: string): Step {
  for (const [form, toPatterns] of DATES) {
    const [all, ...groups] = form.exec(text) ?? [];
    if (all !== undefined) return { rest: text.slice(all.length), patterns: toPatterns(groups) };
  }
  return null;
}

interface TimePart {
  readonly pattern: string;
  readonly hasTime: boolean;
  readonly hasOffset: boolean;
}

const NO_TIME: TimePart = { pattern: '', hasTime: false, hasOffset: false };
const MARK = '((?:, |[T ,;_-])?)';
const HALF = '(?:([ -]?)([AaPp]\\.?[Mm]\\.?))?';
/** 16:05:09.123, 4:05 PM, 04-PM. */
const CLOCK = new RegExp(`^${MARK}(\\d{1,2})(?:(:)\\d{2}(?:(:)\\d{2}(?:([.,])(\\d{1,18}))?)?)?${HALF}`);
/** 160509, 160509123, 160509.123. */
const COMPACT = new RegExp(`^${MARK}\\d{6}(?:([.,]?)(\\d{1,18}))?(?!\\d)`);
const OFFSET = /^( ?)([Zz]|[+-]\d{2}(?::?\d{2})?)$/;
const NAMED = /^( ?)(UTC|GMT)$/;

/** Null when something is left that is no time. */
function readTime(text: string, afterDate: boolean): TimePart | null {
  if (text === '') return afterDate ? NO_TIME : null;
  return (afterDate ? readCompact(text) : null) ?? readClock(text);
}

function readCompact(text: string): TimePart | null {
  const [all, mark = '', point = '', digits = ''] = COMPACT.exec(text) ?? [];
  if (all === undefined) return null;
  return withZone(`${quoted(mark)}HHmmss${fractionOf(point, digits)}`, text.slice(all.length));
}

function readClock(text: string): TimePart | null {
  const parts = CLOCK.exec(text);
  if (!parts) return null;
  const [all, mark = '', hour = '', minute, second, point = '', digits = '', gap = '', half] = parts;
  const isHalf = half !== undefined;
  // Digits alone are an hour only with its half of the day.
  if (minute === undefined && !isHalf) return null;
  const hours = (isHalf ? 'h' : 'H').repeat(hour.length);
  const rest = `${minute === undefined ? '' : ':mm'}${second === undefined ? '' : ':ss'}${fractionOf(point, digits)}`;
  return withZone(`${quoted(mark)}${hours}${rest}${isHalf ? `${gap}a` : ''}`, text.slice(all.length));
}

/** So many letters as digits: a compact pattern has no other way to know. */
const fractionOf = (point: string, digits: string): string =>
  digits === '' ? '' : point + 'S'.repeat(digits.length);

function withZone(start: string, rest: string): TimePart | null {
  if (rest === '') return { pattern: start, hasTime: true, hasOffset: false };
  const [, blank = '', offset] = OFFSET.exec(rest) ?? [];
  if (offset !== undefined) {
    const letters = offset.length === 3 ? 'X' : offset.includes(':') || offset.length === 1 ? 'XXX' : 'XX';
    return { pattern: `${start}${blank}${letters}`, hasTime: true, hasOffset: true };
  }
  const [named, gap = '', name = ''] = NAMED.exec(rest) ?? [];
  return named === undefined ? null : { pattern: `${start}${gap}'${name}'`, hasTime: true, hasOffset: false };
}
