import { type Issue, type Kind, isDistinct, literalText } from '../kind';
import { withFault } from './faults/fault';
import { timestampFault } from './faults/instant-fault';
import { dayExists } from './date';

const FORM =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2})))?$/;
/** What is canonical already, on a day that every month has: nearly all that files hold, and nothing is left to look at. */
const PLAIN = /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const CANONICAL_LENGTH = 20;
const MAX_FRACTION = 6;
const MAX_OFFSET_MINUTES = 14 * 60;

const refuse = (message: string): Issue => ({ code: 'invalid_timestamp', message });
const WANTED =
  'A timestamp is written YYYY-MM-DDTHH:MM:SS with Z or an offset, like 2026-01-31T16:00:00Z; a plain date YYYY-MM-DD is midnight UTC.';

/**
 * Reads RFC 3339 into `YYYY-MM-DDTHH:MM:SS[.f]Z` (docs/contract.md 4.4 and 6.1): the instant really exists, lies in years
 * 0001–9999 and keeps at most 6 fractional digits; more that are not zero are an error, never a rounding.
 */
function read(text: string): string | Issue {
  if (PLAIN.test(text)) return text;
  const parts = FORM.exec(text);
  if (!parts) return refuse(withFault(timestampFault(text), WANTED));
  const [, year, month, day, hour, minute, second, fraction = '', sign, offsetHour, offsetMinute] = parts;
  if (!dayExists(Number(year), Number(month), Number(day))) return refuse('There is no such day.');
  if (hour === undefined) return `${text}T00:00:00Z`;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return refuse('There is no such time: hours end at 23, minutes and seconds at 59.');
  }
  const digits = withoutTrailingZeros(fraction);
  if (digits.length > MAX_FRACTION)
    return refuse('A timestamp has at most 6 fractional digits (microseconds) that are not zero.');
  const tail = digits === '' ? 'Z' : `.${digits}Z`;
  if (sign === undefined) {
    return text.length === CANONICAL_LENGTH && text.charCodeAt(10) === 84 && text.charCodeAt(19) === 90
      ? text
      : `${year}-${month}-${day}T${hour}:${minute}:${second}${tail}`;
  }
  const offset = Number(offsetHour) * 60 + Number(offsetMinute);
  if (offset > MAX_OFFSET_MINUTES || Number(offsetMinute) > 59)
    return refuse('An offset lies between -14:00 and +14:00.');
  return toUtc(text.slice(0, 10), `${hour}:${minute}:${second}`, sign === '+' ? -offset : offset, tail);
}

/** A loop: the regular expression for it takes quadratic time over zeros that something follows. */
export function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 48) end--;
  return digits.slice(0, end);
}

/** Adds `minutes` to a day and a time. A Date only counts minutes here; it holds no stored instant. */
function toUtc(day: string, time: string, minutes: number, tail: string): string | Issue {
  const instant = new Date(`${day}T${time}Z`);
  instant.setUTCMinutes(instant.getUTCMinutes() + minutes);
  const iso = instant.toISOString();
  if (!/^\d{4}-/.test(iso) || iso.startsWith('0000'))
    return refuse('The instant lies outside the years 0001 to 9999.');
  return iso.slice(0, 19) + tail;
}

/** An instant, to the microsecond, in UTC. */
export const timestampKind: Kind = {
  name: 'timestamp',
  pgType: 'timestamptz',
  compareType: 'timestamptz',
  read,
  readJson(value) {
    const text = literalText(value);
    return text === null ? refuse(WANTED) : read(text);
  },
  differs: isDistinct,
  print: (sql) => `almagest_instant(${sql})`,
  schema: () => ({ type: 'string', format: 'date-time' }),
};
