/**
 * Every day of the years `from` to `to`, found by counting on from day to day and by no formula.
 */
export function* walkCalendar(from: number, to: number): Generator<string> {
  for (let year = from; year <= to; year++) {
    for (let month = 1; month <= 12; month++) {
      const start = `${String(year).padStart(4, '0')}-${two(month)}`;
      for (const day of DAYS.slice(0, lengthOf(year, month))) yield `${start}-${day}`;
    }
  }
}

/**
 * Thirty days hath September, April, June and November … and the February of a leap year
 * twenty-nine.
 */
function lengthOf(year: number, month: number): number {
  if ([9, 4, 6, 11].includes(month)) return 30;
  if (month !== 2) return 31;
  if (year % 400 === 0) return 29;
  if (year % 100 === 0) return 28;
  return year % 4 === 0 ? 29 : 28;
}

const two = (number: number): string => String(number).padStart(2, '0');

const DAYS = Array.from({ length: 31 }, (_, index) => two(index + 1));
