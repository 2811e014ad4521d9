/** A way in which a date or a time may be read: a pattern in CLDR letters, for field_options. */
export interface DateCandidate {
  readonly format: string;
  /** The order of day, month and year; null when the pattern leaves no doubt. */
  readonly order: string | null;
  readonly hasDay: boolean;
  readonly hasTime: boolean;
  readonly hasZone: boolean;
  readonly twoDigitYear: boolean;
  /** What a text of digits alone must look like besides: a year of these centuries. Null: anything. */
  readonly plausible: RegExp | null;
}

/** A pattern and what matches it. `order`: set where another order of the same digits is thinkable. */
interface Part {
  readonly format: string;
  readonly form: RegExp;
  readonly order?: string;
  readonly plausible?: RegExp;
}

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const LONG_MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const WEEKDAYS = 'mon|tue|wed|thu|fri|sat|sun';
const LONG_WEEKDAYS = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';

/** Separators between day, month and year. */
const MARKS = ['-', '/', '.', ' '] as const;

const part = (format: string, form: string, order?: string): Part => ({
  format,
  form: new RegExp(`^${form}`, 'i'),
  ...(order !== undefined && { order }),
});
const escaped = (mark: string): string => (mark === '.' ? '\\.' : mark);

/** The more exact pattern comes first: `MM` has two digits, `M` one or two. */
const DATES: readonly Part[] = [
  ...MARKS.flatMap((mark) => {
    const sep = escaped(mark);
    return [
      part(`yyyy${mark}MM${mark}dd`, `\\d{4}${sep}\\d{2}${sep}\\d{2}(?!\\d)`),
      part(`yyyy${mark}M${mark}d`, `\\d{4}${sep}\\d{1,2}${sep}\\d{1,2}(?!\\d)`),
      part(`dd${mark}MM${mark}yyyy`, `\\d{2}${sep}\\d{2}${sep}\\d{4}(?!\\d)`, 'day first'),
      part(`d${mark}M${mark}yyyy`, `\\d{1,2}${sep}\\d{1,2}${sep}\\d{4}(?!\\d)`, 'day first'),
      part(`MM${mark}dd${mark}yyyy`, `\\d{2}${sep}\\d{2}${sep}\\d{4}(?!\\d)`, 'month first'),
      part(`M${mark}d${mark}yyyy`, `\\d{1,2}${sep}\\d{1,2}${sep}\\d{4}(?!\\d)`, 'month first'),
      part(`dd${mark}MM${mark}yy`, `\\d{2}${sep}\\d{2}${sep}\\d{2}(?!\\d)`, 'day first'),
      part(`d${mark}M${mark}yy`, `\\d{1,2}${sep}\\d{1,2}${sep}\\d{2}(?!\\d)`, 'day first'),
      part(`MM${mark}dd${mark}yy`, `\\d{2}${sep}\\d{2}${sep}\\d{2}(?!\\d)`, 'month first'),
      part(`M${mark}d${mark}yy`, `\\d{1,2}${sep}\\d{1,2}${sep}\\d{2}(?!\\d)`, 'month first'),
      part(`yy${mark}MM${mark}dd`, `\\d{2}${sep}\\d{2}${sep}\\d{2}(?!\\d)`, 'year first'),
      part(`dd${mark}MMM${mark}yyyy`, `\\d{2}${sep}(?:${MONTHS})${sep}\\d{4}(?!\\d)`),
      part(`d${mark}MMM${mark}yyyy`, `\\d{1,2}${sep}(?:${MONTHS})${sep}\\d{4}(?!\\d)`),
      part(`d${mark}MMMM${mark}yyyy`, `\\d{1,2}${sep}(?:${LONG_MONTHS})${sep}\\d{4}(?!\\d)`),
      part(`dd${mark}MMM${mark}yy`, `\\d{2}${sep}(?:${MONTHS})${sep}\\d{2}(?!\\d)`),
      part(`d${mark}MMM${mark}yy`, `\\d{1,2}${sep}(?:${MONTHS})${sep}\\d{2}(?!\\d)`),
      part(`yyyy${mark}MMM${mark}dd`, `\\d{4}${sep}(?:${MONTHS})${sep}\\d{2}(?!\\d)`),
    ];
  }),
  part('MMM d, yyyy', `(?:${MONTHS}) \\d{1,2}, \\d{4}(?!\\d)`),
  part('MMMM d, yyyy', `(?:${LONG_MONTHS}) \\d{1,2}, \\d{4}(?!\\d)`),
  part('EEE, d MMM yyyy', `(?:${WEEKDAYS}), \\d{1,2} (?:${MONTHS}) \\d{4}(?!\\d)`),
  part('EEE, MMM d, yyyy', `(?:${WEEKDAYS}), (?:${MONTHS}) \\d{1,2}, \\d{4}(?!\\d)`),
  part('EEEE, MMMM d, yyyy', `(?:${LONG_WEEKDAYS}), (?:${LONG_MONTHS}) \\d{1,2}, \\d{4}(?!\\d)`),
  part('ddMMMyyyy', `\\d{2}(?:${MONTHS})\\d{4}(?!\\d)`),
  { ...part('yyyyMMdd', '\\d{8}(?!\\d)', 'year first'), plausible: /^(?:1[89]|2[01])/ },
  { ...part('ddMMyyyy', '\\d{8}(?!\\d)', 'day first'), plausible: /^\d{4}(?:1[89]|2[01])/ },
  { ...part('MMddyyyy', '\\d{8}(?!\\d)', 'month first'), plausible: /^\d{4}(?:1[89]|2[01])/ },
];

/** A month without a day: the day must be said. */
const MONTH_DATES: readonly Part[] = [
  part('yyyy-MM', '\\d{4}-\\d{2}(?!\\d)'),
  part('yyyy/MM', '\\d{4}/\\d{2}(?!\\d)'),
  part('MM/yyyy', '\\d{2}/\\d{4}(?!\\d)'),
  part('MMM yyyy', `(?:${MONTHS}) \\d{4}(?!\\d)`),
  part('MMMM yyyy', `(?:${LONG_MONTHS}) \\d{4}(?!\\d)`),
  part('MMM-yyyy', `(?:${MONTHS})-\\d{4}(?!\\d)`),
];

/** Between the date and the time. CLDR patterns quote letters. */
const GAPS: readonly Part[] = [
  part("'T'", 'T'),
  part(', ', ', '),
  part(' - ', ' - '),
  part(' ', ' '),
  part('-', '-'),
];

const TIMES: readonly Part[] = [
  ...[9, 8, 7, 6, 5, 4, 3, 2, 1].map((digits) =>
    part(`HH:mm:ss.${'S'.repeat(digits)}`, `\\d{2}:\\d{2}:\\d{2}\\.\\d{${digits}}(?!\\d)`),
  ),
  part('hh:mm:ss a', '\\d{2}:\\d{2}:\\d{2} [ap]m\\b'),
  part('h:mm:ss a', '\\d{1,2}:\\d{2}:\\d{2} [ap]m\\b'),
  part('hh:mm a', '\\d{2}:\\d{2} [ap]m\\b'),
  part('h:mm a', '\\d{1,2}:\\d{2} [ap]m\\b'),
  part('hh-a', '\\d{2}-[ap]m\\b'),
  part('h a', '\\d{1,2} [ap]m\\b'),
  part('HH:mm:ss', '\\d{2}:\\d{2}:\\d{2}(?![\\d.])'),
  part('H:mm:ss', '\\d{1,2}:\\d{2}:\\d{2}(?![\\d.])'),
  part('HH:mm', '\\d{2}:\\d{2}(?![\\d:])'),
  part('H:mm', '\\d{1,2}:\\d{2}(?![\\d:])'),
  part('HHmmss', '\\d{6}(?!\\d)'),
  part('HHmm', '\\d{4}(?!\\d)'),
];

const ZONES: readonly Part[] = [
  part('XXX', '(?:Z|[+-]\\d{2}:\\d{2})'),
  part(' XXX', ' (?:Z|[+-]\\d{2}:\\d{2})'),
  part('XX', '[+-]\\d{4}'),
  part(' XX', ' [+-]\\d{4}'),
  part("'Z'", 'Z'),
  part(" 'UTC'", ' UTC'),
  part(" 'GMT'", ' GMT'),
];

/** The patterns that the whole text fits by its form. At most a dozen; whether the day exists is not looked at. */
export function dateCandidates(text: string): DateCandidate[] {
  if (text.length > LONGEST) return [];
  const found: DateCandidate[] = [];
  for (const [dates, hasDay] of [
    [DATES, true],
    [MONTH_DATES, false],
  ] as const) {
    for (const date of dates) {
      const rest = after(text, date);
      if (rest === null) continue;
      for (const tail of tails(rest)) found.push(candidate(date, hasDay, tail));
    }
  }
  return found;
}

/** The patterns of times of day that the whole text fits. Six or four digits are a time only by the name of their column. */
export const timeCandidates = (text: string): string[] =>
  text.length > LONGEST ? [] : TIMES.filter((time) => after(text, time) === '').map(({ format }) => format);

const LONGEST = 64;

interface Tail {
  readonly format: string;
  readonly hasTime: boolean;
  readonly hasZone: boolean;
}

function tails(rest: string): Tail[] {
  if (rest === '') return [{ format: '', hasTime: false, hasZone: false }];
  const found: Tail[] = [];
  for (const gap of GAPS) {
    const withTime = after(rest, gap);
    if (withTime === null) continue;
    for (const time of TIMES) {
      const zone = after(withTime, time);
      if (zone === null) continue;
      const format = gap.format + time.format;
      if (zone === '') found.push({ format, hasTime: true, hasZone: false });
      for (const one of ZONES) {
        if (after(zone, one) === '')
          found.push({ format: format + one.format, hasTime: true, hasZone: true });
      }
    }
  }
  return found;
}

function candidate(date: Part, hasDay: boolean, { format, hasTime, hasZone }: Tail): DateCandidate {
  const twoDigitYear = /(?<!y)yy(?!y)/.test(date.format);
  return {
    format: date.format + format,
    order: date.order ?? null,
    hasDay,
    hasTime,
    hasZone,
    twoDigitYear,
    plausible: date.plausible ?? null,
  };
}

/** What follows the part; null when the text does not begin with it. */
function after(text: string, { form }: Part): string | null {
  const found = form.exec(text)?.[0];
  return found === undefined ? null : text.slice(found.length);
}
