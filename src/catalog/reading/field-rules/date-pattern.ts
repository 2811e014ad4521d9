import { DAY_HALVES, LONG_MONTHS, SHORT_MONTHS, WEEKDAY_NAMES } from './date-names';
import { FieldOptionError } from './field-option-error';

/** What a part of a pattern reads. */
export type DatePart =
  | 'year'
  | 'shortYear'
  | 'quarter'
  | 'month'
  | 'day'
  | 'weekday'
  | 'hour'
  | 'hourOfHalf'
  | 'half'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'offset';

/** One part of a pattern. Lengths are in UTF-16 units. */
export type PatternToken =
  | LiteralToken
  | DigitsToken
  | {
      readonly kind: 'name';
      readonly part: DatePart;
      readonly names: ReadonlyMap<string, number>;
      readonly letters: string;
    }
  | OffsetToken;

/** Text of the file itself. */
export interface LiteralToken {
  readonly kind: 'literal';
  readonly text: string;
  /** The code of a text of one UTF-16 unit; NaN for a longer one. */
  readonly code: number;
  readonly letters: string;
}

/** `min` to `max` digits. */
export interface DigitsToken {
  readonly kind: 'digits';
  readonly part: DatePart;
  readonly min: number;
  readonly max: number;
  readonly letters: string;
}

/** An offset from UTC. */
export interface OffsetToken {
  readonly kind: 'offset';
  readonly part: 'offset';
  /** A colon between hours and minutes: it must be there, or must not. */
  readonly colon: boolean;
  /** The minutes may be left out. */
  readonly hoursOnly: boolean;
  /** `Z` may stand for +00:00. */
  readonly zulu: boolean;
  readonly letters: string;
}

/** A pattern of Unicode (CLDR) letters, ready to be matched. */
export interface DatePattern {
  readonly text: string;
  readonly tokens: readonly PatternToken[];
  readonly parts: ReadonlySet<DatePart>;
}

/** A pattern comes from a tenant. */
const MAX_LENGTH = 100;
/** A fraction of a second of unknown length: no clock has more digits. */
const MAX_FRACTION = 18;
const LETTER = /[A-Za-z]/;

const fail = (message: string): never => {
  throw new FieldOptionError('format', message);
};

/** Parses a pattern. Throws an FieldOptionError that says which letters are read. */
export function parsePattern(text: string): DatePattern {
  if (text === '' || text.length > MAX_LENGTH) fail(`A pattern has 1 to ${MAX_LENGTH} characters.`);
  const tokens: PatternToken[] = [];
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    const end = character === "'" ? literalEnd(text, at) : runEnd(text, at);
    const source = text.slice(at, end);
    if (character === "'")
      addLiteral(tokens, source === "''" ? "'" : source.slice(1, -1).replaceAll("''", "'"));
    else if (LETTER.test(character)) tokens.push(tokenOf(source));
    else addLiteral(tokens, source);
    at = end;
  }
  checkTokens(tokens);
  return {
    text,
    tokens,
    parts: new Set(tokens.flatMap((token) => (token.kind === 'literal' ? [] : [token.part]))),
  };
}

/** Successive literals become one. */
function addLiteral(tokens: PatternToken[], text: string): void {
  if (text === '') return;
  const last = tokens.at(-1);
  const before = last?.kind === 'literal' ? (tokens.pop(), last.text) : '';
  const whole = before + text;
  const code = whole.length === 1 ? whole.charCodeAt(0) : NaN;
  tokens.push({ kind: 'literal', text: whole, code, letters: whole });
}

/** End of a quoted literal that starts at `at`. A quote itself is written twice. */
function literalEnd(text: string, at: number): number {
  if (text.charAt(at + 1) === "'") return at + 2;
  for (let end = at + 1; end < text.length; end++) {
    if (text.charAt(end) !== "'") continue;
    if (text.charAt(end + 1) !== "'") return end + 1;
    end++;
  }
  return fail(`The quote at character ${at + 1} of the pattern is not closed; a quote itself is written ''.`);
}

/** End of the run of one letter, or of the single other character, at `at`. */
function runEnd(text: string, at: number): number {
  const letter = text.charAt(at);
  if (!LETTER.test(letter)) return at + 1;
  let end = at + 1;
  while (text.charAt(end) === letter) end++;
  return end;
}

const digits = (letters: string, part: DatePart, min: number, max = min): PatternToken => ({
  kind: 'digits',
  part,
  min,
  max,
  letters,
});

const names = (letters: string, part: DatePart, values: ReadonlyMap<string, number>): PatternToken => ({
  kind: 'name',
  part,
  names: values,
  letters,
});

const offset = (letters: string, colon: boolean, hoursOnly: boolean, zulu: boolean): PatternToken => ({
  kind: 'offset',
  part: 'offset',
  colon,
  hoursOnly,
  zulu,
  letters,
});

const one = (letters: string, part: DatePart): PatternToken => digits(letters, part, 1, 2);
const two = (letters: string, part: DatePart): PatternToken => digits(letters, part, 2);

/** What each run of letters reads. */
const LETTERS: Readonly<Record<string, (letters: string) => PatternToken>> = {
  y: (letters) => digits(letters, 'year', 1, 4),
  yy: (letters) => two(letters, 'shortYear'),
  yyyy: (letters) => digits(letters, 'year', 4),
  u: (letters) => digits(letters, 'year', 1, 4),
  uuuu: (letters) => digits(letters, 'year', 4),
  Q: (letters) => digits(letters, 'quarter', 1),
  M: (letters) => one(letters, 'month'),
  MM: (letters) => two(letters, 'month'),
  MMM: (letters) => names(letters, 'month', SHORT_MONTHS),
  MMMM: (letters) => names(letters, 'month', LONG_MONTHS),
  d: (letters) => one(letters, 'day'),
  dd: (letters) => two(letters, 'day'),
  E: (letters) => names(letters, 'weekday', WEEKDAY_NAMES),
  EE: (letters) => names(letters, 'weekday', WEEKDAY_NAMES),
  EEE: (letters) => names(letters, 'weekday', WEEKDAY_NAMES),
  EEEE: (letters) => names(letters, 'weekday', WEEKDAY_NAMES),
  H: (letters) => one(letters, 'hour'),
  HH: (letters) => two(letters, 'hour'),
  h: (letters) => one(letters, 'hourOfHalf'),
  hh: (letters) => two(letters, 'hourOfHalf'),
  a: (letters) => names(letters, 'half', DAY_HALVES),
  m: (letters) => one(letters, 'minute'),
  mm: (letters) => two(letters, 'minute'),
  s: (letters) => one(letters, 'second'),
  ss: (letters) => two(letters, 'second'),
  S: (letters) => digits(letters, 'fraction', 1, MAX_FRACTION),
  X: (letters) => offset(letters, false, true, true),
  XX: (letters) => offset(letters, false, false, true),
  XXX: (letters) => offset(letters, true, false, true),
  x: (letters) => offset(letters, false, true, false),
  xx: (letters) => offset(letters, false, false, false),
  xxx: (letters) => offset(letters, true, false, false),
  Z: (letters) => offset(letters, false, false, false),
  ZZZZZ: (letters) => offset(letters, true, false, true),
};

/** Letters that are mistaken for others. */
const MISTAKEN: Readonly<Record<string, string>> = {
  Y: 'Y is the year of a week; the year is yyyy.',
  D: 'D is the day of the year; the day of the month is dd.',
  T: "A letter of the file itself is quoted: 'T'.",
  t: "A letter of the file itself is quoted: 't'.",
  A: 'Morning and afternoon are the letter a.',
  z: 'Names of zones are not read; give time_zone, and quote a name that every value has.',
  V: 'Names of zones are not read; give time_zone, and quote a name that every value has.',
  f: 'The fraction of a second is S.',
  n: 'The fraction of a second is S.',
  i: 'Minutes are mm.',
  K: 'Hours are HH (0–23), or hh (1–12) with a.',
  k: 'Hours are HH (0–23), or hh (1–12) with a.',
};

const READ =
  'The letters are yyyy, yy, Q, MM, M, MMM, MMMM, dd, d, E, HH, H, hh, h, a, mm, ss, S, XXX, XX, X; other letters are quoted.';

function tokenOf(letters: string): PatternToken {
  const letter = letters.charAt(0);
  const make = Object.hasOwn(LETTERS, letters) ? LETTERS[letters] : undefined;
  if (make) return make(letters);
  if (letter === 'S' && letters.length <= MAX_FRACTION) return digits(letters, 'fraction', letters.length);
  const advice = Object.hasOwn(MISTAKEN, letter) ? `${MISTAKEN[letter] ?? ''} ` : '';
  return fail(`The pattern has ${letters}, which is not read. ${advice}${READ}`);
}

/** Patterns that could be read in two ways, or not at all. */
function checkTokens(tokens: readonly PatternToken[]): void {
  const seen = new Set<string>();
  tokens.forEach((token, index) => {
    if (token.kind === 'literal') return;
    const part = ALIKE[token.part] ?? token.part;
    if (seen.has(part)) {
      const advice = part === 'minute' ? ' Months are MM, minutes are mm.' : '';
      fail(`The pattern names the ${WORDS[part] ?? part} twice.${advice}`);
    }
    seen.add(part);
    const next = tokens[index + 1];
    if (token.kind === 'digits' && token.min !== token.max && startsWithDigit(next)) {
      fail(
        `After ${token.letters}, which reads ${token.min} to ${token.max} digits, a mark is needed: ${next?.letters ?? ''} begins with a digit too. Write ${token.part === 'fraction' ? 'one S for each digit' : doubled(token.letters)}.`,
      );
    }
  });
}

const ALIKE: Readonly<Partial<Record<DatePart, DatePart>>> = { shortYear: 'year', hourOfHalf: 'hour' };
const WORDS: Readonly<Partial<Record<DatePart, string>>> = {
  half: 'half of the day',
  weekday: 'day of the week',
};

const doubled = (letters: string): string =>
  letters === 'y' || letters === 'u' ? 'yyyy' : letters + letters;

const startsWithDigit = (token: PatternToken | undefined): boolean =>
  token !== undefined && (token.kind === 'digits' || (token.kind === 'literal' && /^\d/.test(token.text)));
