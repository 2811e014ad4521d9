import type { Issue } from '../../kind';
import { timestampKind } from '../../kinds/timestamp';
import { dayExists } from '../../kinds/date';
import type { FieldOptions } from '../../binding/field-options';
import { DAY_SECONDS } from './civil-time';
import { baseDate, dateOf, hasDate, hasTime, secondOf } from './civil-values';
import { type DatePattern, parsePattern } from './date-pattern';
import { EPOCH_UNITS, fractionOf, readEpoch, type EpochFault } from './epoch';
import { LocalTimes, tooFine } from './local-time';
import { FieldOptionError } from './field-option-error';
import { mismatch, noSuchDay } from './pattern-messages';
import { PatternReader } from './pattern-reader';
import { remembering } from './remembering';
import { InstantWriter } from './civil-time';

const CODE = 'invalid_timestamp';
const MAX_OFFSET_MINUTES = 14 * 60;
const NO_OPTIONS = { max: null, values: null };
/** RFC 3339 without an offset, and a plain date. */
const LOCAL = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?)?$/;
const LONG_FRACTION = /(\.\d{6})\d+(?=[Zz+-])/;

const refuse = (message: string): Issue => ({ code: CODE, message });

/** Reads one text into a canonical timestamp. */
type ReadText = (text: string) => string | Issue;

/** Compiles the options of a timestamp (docs/contract.md 2.6). Throws an FieldOptionError. */
export function compileTimestamp(options: FieldOptions): ReadText {
  const { format } = options;
  if (format === undefined) return compileWritten(options);
  const power = EPOCH_UNITS.get(format);
  if (power !== undefined)
    return options.date === undefined ? compileEpoch(power, options) : sinceMidnight(power, options);
  return remembering(compilePattern(parsePattern(format), options));
}

/** Without `format`: RFC 3339, in which `time_zone` replaces a missing offset. */
function compileWritten(options: FieldOptions): ReadText {
  if (options.date !== undefined) {
    throw new FieldOptionError(
      'date',
      'date goes with a format: of times of day such as HH:mm:ss, or epoch_ms since midnight.',
    );
  }
  const times = new LocalTimes(options);
  const isLocal = options.time_zone !== undefined;
  const truncates = options.fraction === 'truncate';
  return (text) => {
    const parts = isLocal ? LOCAL.exec(text) : null;
    if (!parts) return timestampKind.read(truncates ? text.replace(LONG_FRACTION, '$1') : text, NO_OPTIONS);
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
      .slice(1, 7)
      .map((part: string | undefined) => Number(part ?? 0));
    if (!dayExists(year, month, day)) return refuse('There is no such day.');
    if (hour > 23 || minute > 59 || second > 59) return noSuchTime();
    return times.read({ year, month, day }, (hour * 60 + minute) * 60 + second, parts[7] ?? '', null);
  };
}

function compilePattern(pattern: DatePattern, options: FieldOptions): ReadText {
  const { date, time_zone: zone } = options;
  const reader = new PatternReader(pattern);
  const isDated = hasDate(pattern);
  const isTimed = hasTime(pattern);
  const hasOffset = pattern.parts.has('offset');
  checkParts({ isDated, isTimed, hasOffset }, options);
  const base = date === undefined ? null : baseDate(date);
  const toDate = isDated ? dateOf(pattern, options) : () => base;
  const toSecond = isTimed ? secondOf(pattern) : () => 0;
  const hasFraction = pattern.parts.has('fraction');
  const times = new LocalTimes(options);
  if (isTimed && !hasOffset && zone === undefined) {
    throw new FieldOptionError(
      'time_zone',
      'The pattern has a time of day and no offset. Give time_zone: UTC, or the zone of the times, such as America/New_York.',
    );
  }
  return (text) => {
    if (!reader.read(text)) return mismatch(CODE, reader, text);
    const { values } = reader;
    const civil = toDate(values);
    if (civil === null) return noSuchDay(CODE, reader, text, options);
    const second = toSecond(values);
    if (second === null) return noSuchTime();
    if (!hasOffset) return times.read(civil, second, hasFraction ? reader.fraction : '', null);
    return Math.abs(values.offset) <= MAX_OFFSET_MINUTES
      ? times.read(civil, second, hasFraction ? reader.fraction : '', values.offset)
      : refuse('An offset lies between -14:00 and +14:00.');
  };
}

function checkParts(
  { isDated, isTimed, hasOffset }: { isDated: boolean; isTimed: boolean; hasOffset: boolean },
  { date }: FieldOptions,
): void {
  if (!isDated && !isTimed)
    throw new FieldOptionError('format', 'The pattern has neither a date nor a time of day.');
  if (hasOffset && !isTimed)
    throw new FieldOptionError('format', 'The pattern has an offset, but no time of day.');
  if (isDated && date !== undefined)
    throw new FieldOptionError('date', 'The pattern has a date of its own; remove date.');
  if (!isDated && date === undefined) {
    throw new FieldOptionError(
      'date',
      'The pattern has only a time of day. Give date, or join the column of the date by from.',
    );
  }
}

function compileEpoch(power: number, { fraction }: FieldOptions): ReadText {
  const writer = new InstantWriter();
  const truncates = fraction === 'truncate';
  return (text) => {
    const read = readEpoch(text, power, truncates);
    if (typeof read === 'string') return epochIssue(read, power);
    return writer.write(read.seconds, fractionOf(read.micros)) ?? epochIssue('too_large', power);
  };
}

/** `date` with a unit: the units since midnight of that day, as clocks of the zone show it. */
function sinceMidnight(power: number, options: FieldOptions): ReadText {
  const base = baseDate(options.date ?? '');
  if (options.time_zone === undefined) {
    throw new FieldOptionError(
      'time_zone',
      'Times since midnight need time_zone: UTC, or a zone such as America/New_York.',
    );
  }
  const times = new LocalTimes(options);
  const truncates = options.fraction === 'truncate';
  return (text) => {
    const read = readEpoch(text, power, truncates);
    if (typeof read === 'string') return epochIssue(read, power);
    if (read.seconds < 0 || read.seconds >= DAY_SECONDS)
      return refuse('A time since midnight lies within one day.');
    return times.read(base, read.seconds, fractionOf(read.micros), null);
  };
}

const UNITS: Readonly<Record<number, string>> = {
  0: 'seconds',
  3: 'milliseconds',
  6: 'microseconds',
  9: 'nanoseconds',
};

/** Why a number of units is no instant. */
export function epochIssue(fault: EpochFault, power: number): Issue {
  const units = UNITS[power] ?? '';
  if (fault === 'too_fine') return tooFine();
  return fault === 'no_number'
    ? refuse(`A number of ${units} is wanted here, because format is epoch_${EPOCH_NAMES[power] ?? ''}.`)
    : refuse(`So many ${units} lie outside the years 0001 to 9999; the unit may be a smaller one.`);
}

const EPOCH_NAMES: Readonly<Record<number, string>> = { 0: 's', 3: 'ms', 6: 'us', 9: 'ns' };

const noSuchTime = (): Issue => refuse('There is no such time: hours end at 23, minutes and seconds at 59.');
