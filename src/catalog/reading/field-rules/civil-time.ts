/** Days and seconds of the proleptic Gregorian calendar as whole numbers, without a Date. */

export const DAY_SECONDS = 86_400;
const DAYS_OF_400_YEARS = 146_097;
/** Days from 0000-03-01, where the reckoning below begins, to 1970-01-01. */
const EPOCH_DAYS = 719_468;

/** The instants that can be stored, in seconds since 1970: from 0001-01-01T00:00:00Z to the last second of 9999. */
const FIRST_SECOND = -62_135_596_800;
const LAST_SECOND = 253_402_300_799;

/** Days from 1970-01-01 to a day that exists. */
export function daysOf(year: number, month: number, day: number): number {
  // Years begin in March here, so that the leap day is the last day of one.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_400_YEARS + dayOfEra - EPOCH_DAYS;
}

/** The day `days` after 1970-01-01 as YYYY-MM-DD; years 0001 to 9999. */
function dayText(days: number): string {
  const shifted = days + EPOCH_DAYS;
  const era = Math.floor(shifted / DAYS_OF_400_YEARS);
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return dateText(year, month, day);
}

/** The year in which the second `seconds` after 1970 lies. */
export const yearOf = (seconds: number): number =>
  Number(dayText(Math.floor(seconds / DAY_SECONDS)).slice(0, -6));

/** Two digits of every number below 100. */
const TWO = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

const two = (number: number): string => TWO[number] ?? '';

/** A date as YYYY-MM-DD. */
export const dateText = (year: number, month: number, day: number): string =>
  `${two(Math.floor(year / 100))}${two(year % 100)}-${two(month)}-${two(day)}`;

/** A second of a day, 0 to 86,399, as HH:MM:SS. */
export function timeText(second: number): string {
  const minutes = Math.floor(second / 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(second % 60)}`;
}

/** The ends of timestamps by second of the day, `T16:05:09Z`, once they were written. */
const TAILS: (string | undefined)[] = [];

/** Writes instants. Files mostly have many on one day and at the same times, so what was written is kept. */
export class InstantWriter {
  private lastDay = NaN;
  private lastText = '';

  /**
   * `seconds` since 1970 with `digits` of a fraction as YYYY-MM-DDTHH:MM:SS[.f]Z; null outside of the years 0001 to 9999.
   */
  write(seconds: number, digits: string): string | null {
    if (!(seconds >= FIRST_SECOND && seconds <= LAST_SECOND)) return null;
    const day = Math.floor(seconds / DAY_SECONDS);
    const second = seconds - day * DAY_SECONDS;
    if (digits !== '') return `${this.day(day)}T${timeText(second)}.${digits}Z`;
    return this.day(day) + (TAILS[second] ??= `T${timeText(second)}Z`);
  }

  /** The day as YYYY-MM-DD. */
  day(day: number): string {
    if (day !== this.lastDay) {
      this.lastText = dayText(day);
      this.lastDay = day;
    }
    return this.lastText;
  }
}
