import type { Issue } from '../../kind';
import { decimalKind } from '../../kinds/decimal';
import { withoutTrailingZeros } from '../../kinds/timestamp';

/** Units of `format` that count from 1970, with the power of ten by which they divide a second. */
export const EPOCH_UNITS: ReadonlyMap<string, number> = new Map([
  ['epoch_s', 0],
  ['epoch_ms', 3],
  ['epoch_us', 6],
  ['epoch_ns', 9],
]);

const MICROS = 1_000_000;
const MICRO_DIGITS = 6;
/** More digits than any instant up to the year 9999 has in seconds. */
const MAX_SECOND_DIGITS = 13;
const WHOLE = /^-?\d{1,30}$/;
const NO_OPTIONS = { max: null, values: null };

/** A number of seconds: whole ones, rounded down, and the rest in microseconds. */
export interface Instant {
  readonly seconds: number;
  readonly micros: number;
}

/** What was wrong: not a number, finer than a microsecond, or too large. */
export type EpochFault = 'no_number' | 'too_fine' | 'too_large';

/**
 * Reads a number of units, of which 10^`power` are one second, exactly: the point is moved in the text. Digits beyond
 * microseconds that are not zero are a fault, or cut off towards the past with `truncate`.
 */
export function readEpoch(text: string, power: number, truncate: boolean): Instant | EpochFault {
  const plain = plainNumber(text);
  if (typeof plain !== 'string') return 'no_number';
  const negative = plain.startsWith('-');
  const point = plain.indexOf('.');
  const wholeEnd = point < 0 ? plain.length : point;
  const units = plain.slice(negative ? 1 : 0, wholeEnd);
  const seconds = units.length > power ? units.slice(0, units.length - power) : '0';
  if (seconds.length > MAX_SECOND_DIGITS) return 'too_large';
  const below = units.length > power ? units.slice(units.length - power) : units.padStart(power, '0');
  const fraction = point < 0 ? below : below + plain.slice(point + 1);
  const isExact = fraction.length <= MICRO_DIGITS || /^0*$/.test(fraction.slice(MICRO_DIGITS));
  if (!isExact && !truncate) return 'too_fine';
  const micros = Number(fraction.slice(0, MICRO_DIGITS).padEnd(MICRO_DIGITS, '0'));
  const whole = Number(seconds);
  if (!negative) return { seconds: whole, micros };
  // Before 1970 the fraction counts up from the second below.
  const back = isExact ? micros : micros + 1;
  return back === 0 ? { seconds: -whole, micros: 0 } : { seconds: -whole - 1, micros: MICROS - back };
}

/** Spreadsheets write large numbers with an exponent; the grammar is that of a decimal. */
const plainNumber = (text: string): string | Issue =>
  WHOLE.test(text) && !/^-?0\d/.test(text) ? text : decimalKind.read(text, NO_OPTIONS);

/** Microseconds as digits of a second without trailing zeros: `12`, or nothing. */
export const fractionOf = (micros: number): string =>
  micros === 0 ? '' : withoutTrailingZeros(String(micros).padStart(MICRO_DIGITS, '0'));
