import type { Issue } from '../../kind';
import { dateKind } from '../../kinds/date';
import type { FieldOptions } from '../../binding/field-options';
import { dateText, DAY_SECONDS, InstantWriter } from './civil-time';
import { dateOf, hasDate, hasTime, secondOf } from './civil-values';
import { type DatePattern, parsePattern } from './date-pattern';
import { EPOCH_UNITS, readEpoch } from './epoch';
import { zoneOf } from './local-time';
import { FieldOptionError } from './field-option-error';
import { mismatch, noSuchDay } from './pattern-messages';
import { PatternReader } from './pattern-reader';
import { remembering } from './remembering';
import { epochIssue } from './timestamp-rules';

const CODE = 'invalid_date';
const NO_OPTIONS = { max: null, values: null };
const refuse = (message: string): Issue => ({ code: CODE, message });

type ReadText = (text: string) => string | Issue;

/** Compiles the options of a date (docs/contract.md 2.6). Throws an FieldOptionError. */
export function compileDate(options: FieldOptions): ReadText {
  const { format } = options;
  if (format === undefined) return (text) => dateKind.read(text, NO_OPTIONS);
  const power = EPOCH_UNITS.get(format);
  return power === undefined
    ? remembering(compilePattern(parsePattern(format), options))
    : compileEpoch(power, options);
}

/** A time of day in the pattern must be midnight: anything else would be lost. */
function compilePattern(pattern: DatePattern, options: FieldOptions): ReadText {
  if (pattern.parts.has('offset')) {
    throw new FieldOptionError(
      'format',
      "A date has no offset; quote one that every value has, like '+00:00'.",
    );
  }
  if (!hasDate(pattern)) throw new FieldOptionError('format', 'The pattern has no date.');
  const reader = new PatternReader(pattern);
  const toDate = dateOf(pattern, options);
  const toSecond = hasTime(pattern) ? secondOf(pattern) : () => 0;
  const hasFraction = pattern.parts.has('fraction');
  return (text) => {
    if (!reader.read(text)) return mismatch(CODE, reader, text);
    const civil = toDate(reader.values);
    if (civil === null) return noSuchDay(CODE, reader, text, options);
    if (toSecond(reader.values) !== 0 || (hasFraction && !/^0*$/.test(reader.fraction))) return notMidnight();
    return dateText(civil.year, civil.month, civil.day);
  };
}

/** The day that begins at the instant in `time_zone`, or else in UTC. */
function compileEpoch(power: number, { time_zone: name }: FieldOptions): ReadText {
  const zone = name === undefined ? null : zoneOf(name);
  const writer = new InstantWriter();
  return (text) => {
    const read = readEpoch(text, power, false);
    if (read === 'too_fine') return notMidnight();
    if (typeof read === 'string') return { ...epochIssue(read, power), code: CODE };
    if (writer.write(read.seconds, '') === null) return { ...epochIssue('too_large', power), code: CODE };
    const local = read.seconds + (zone?.offsetAt(read.seconds) ?? 0);
    const day = Math.floor(local / DAY_SECONDS);
    if (read.micros !== 0 || local !== day * DAY_SECONDS) return notMidnight();
    return writer.write(local, '')?.slice(0, 10) ?? { ...epochIssue('too_large', power), code: CODE };
  };
}

const notMidnight = (): Issue =>
  refuse('The value has a time of day other than midnight, and the field holds a date only.');
