import { type Issue, type Kind, isDistinct, literalText } from '../kind';
import { withFault } from './faults/fault';
import { dateFault } from './faults/instant-fault';

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads RFC 3339 full-date; a day that does not exist is refused, never moved. */
function read(text: string): string | Issue {
  const parts = FORM.exec(text);
  if (!parts) return refuse(withFault(dateFault(text), WANTED));
  return dayExists(Number(parts[1]), Number(parts[2]), Number(parts[3]))
    ? text
    : refuse('There is no such day.');
}

const WANTED = 'A date is written YYYY-MM-DD, like 2026-01-31.';
const refuse = (message: string): Issue => ({ code: 'invalid_date', message });

/** A calendar day without a zone. */
export const dateKind: Kind = {
  name: 'date',
  pgType: 'date',
  compareType: 'date',
  read,
  readJson(value) {
    const text = literalText(value);
    return text === null ? refuse('A date is a text written YYYY-MM-DD.') : read(text);
  },
  differs: isDistinct,
  print: (sql) => `to_char(${sql}, 'YYYY-MM-DD')`,
  schema: () => ({ type: 'string', format: 'date' }),
};

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True when the day exists in the proleptic Gregorian calendar, years 1–9999. */
export function dayExists(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}
