import { dayExists } from '../../kinds/date';
import type { FieldOptions } from '../../binding/field-options';
import type { DatePart, DatePattern } from './date-pattern';
import { FieldOptionError } from './field-option-error';

const DATE_PARTS: readonly DatePart[] = ['year', 'shortYear', 'quarter', 'month', 'day'];
const TIME_PARTS: readonly DatePart[] = ['hour', 'hourOfHalf', 'half', 'minute', 'second', 'fraction'];
const CENTURY = 100;
const BASE_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const NOON = 12;

/** A year, a month and a day. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

type Values = Readonly<Record<DatePart, number>>;

export const hasDate = ({ parts }: DatePattern): boolean => DATE_PARTS.some((part) => parts.has(part));
export const hasTime = ({ parts }: DatePattern): boolean => TIME_PARTS.some((part) => parts.has(part));

/** The option `date`: a day that exists. */
export function baseDate(text: string): CivilDate {
  const parts = BASE_DATE.exec(text);
  const [year, month, day] = (parts ?? []).slice(1).map(Number);
  if (year !== undefined && month !== undefined && day !== undefined && dayExists(year, month, day)) {
    return { year, month, day };
  }
  throw new FieldOptionError('date', `"${text}" is no date; write it YYYY-MM-DD.`);
}

/**
 * How the parts of a pattern make a date; null when that day does not exist. Throws an FieldOptionError when the pattern and
 * `pivot_year` and `day` together do not make one.
 */
export function dateOf(pattern: DatePattern, options: FieldOptions): (values: Values) => CivilDate | null {
  const year = yearFrom(pattern, options);
  const month = monthFrom(pattern, options);
  const day = dayFrom(pattern, options);
  return (values) => {
    const civilYear = year(values);
    const civilMonth = month(values);
    const civilDay = day(values, civilYear, civilMonth);
    return dayExists(civilYear, civilMonth, civilDay)
      ? { year: civilYear, month: civilMonth, day: civilDay }
      : null;
  };
}

function yearFrom({ parts }: DatePattern, { pivot_year: pivot }: FieldOptions): (values: Values) => number {
  if (parts.has('year')) return (values) => values.year;
  if (!parts.has('shortYear')) throw new FieldOptionError('format', 'The pattern has no year (yyyy).');
  if (pivot === undefined) {
    throw new FieldOptionError(
      'pivot_year',
      'A pattern with yy needs pivot_year: the first year of the hundred years in which the dates lie, such as 1970.',
    );
  }
  if (!Number.isInteger(pivot) || pivot < 1 || pivot > 9_900) {
    throw new FieldOptionError('pivot_year', 'pivot_year is a year from 1 to 9900.');
  }
  return ({ shortYear }) => pivot + ((shortYear - (pivot % CENTURY) + CENTURY) % CENTURY);
}

function monthFrom({ parts }: DatePattern, { day }: FieldOptions): (values: Values) => number {
  if (parts.has('month')) return (values) => values.month;
  const isLast = day === 'last';
  if (parts.has('quarter')) return ({ quarter }) => (quarter < 1 ? 0 : quarter * 3 - (isLast ? 0 : 2));
  if (parts.has('day')) throw new FieldOptionError('format', 'The pattern has a day, but no month (MM).');
  return () => (isLast ? NOON : 1);
}

function dayFrom(
  { parts }: DatePattern,
  { day }: FieldOptions,
): (values: Values, year: number, month: number) => number {
  if (parts.has('day')) return (values) => values.day;
  if (day === 'first') return () => 1;
  if (day === 'last') return (_values, year, month) => lastDay(year, month);
  if (typeof day === 'number' && Number.isInteger(day) && day >= 1 && day <= 31 && parts.has('month')) {
    return () => day;
  }
  throw new FieldOptionError(
    'day',
    `The pattern has no day of the month. Give day: first or last${parts.has('month') ? ', or a number from 1 to 31' : ''}.`,
  );
}

const lastDay = (year: number, month: number): number =>
  [31, 30, 29, 28].find((day) => dayExists(year, month, day)) ?? 0;

/** How the parts of a pattern make a second of the day; null when there is no such time. Throws an FieldOptionError. */
export function secondOf({ parts }: DatePattern): (values: Values) => number | null {
  if (!parts.has('hour') && !parts.has('hourOfHalf')) {
    throw new FieldOptionError('format', 'The pattern has a time of day, but no hour (HH, or hh with a).');
  }
  if (parts.has('hourOfHalf') !== parts.has('half')) {
    throw new FieldOptionError(
      'format',
      parts.has('half')
        ? 'The letter a goes with hh (1–12); HH (0–23) has no halves of the day.'
        : 'hh reads 1–12 and needs the letter a (AM or PM); HH reads 0–23.',
    );
  }
  if ((parts.has('second') && !parts.has('minute')) || (parts.has('fraction') && !parts.has('second'))) {
    throw new FieldOptionError(
      'format',
      'A pattern with seconds has minutes, one with a fraction has seconds.',
    );
  }
  const [inHalf, hasMinute, hasSecond] = [parts.has('half'), parts.has('minute'), parts.has('second')];
  return ({ hour, hourOfHalf, half, minute, second }) => {
    const from24 = inHalf ? (hourOfHalf % NOON) + half * NOON : hour;
    if (inHalf ? hourOfHalf < 1 || hourOfHalf > NOON : from24 > 23) return null;
    if ((hasMinute && minute > 59) || (hasSecond && second > 59)) return null;
    return from24 * 3_600 + (hasMinute ? minute * 60 : 0) + (hasSecond ? second : 0);
  };
}
