/** English names of months and days of the week, as patterns read them: in any case. */

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const short = (name: string): string => name.slice(0, 3);

/** `MMM`: Jan, Feb, …; September has a second short form in wide use. */
export const SHORT_MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTHS.map((name, index): [string, number] => [short(name), index + 1]),
  ['sept', 9],
]);

/** `MMMM`: January, February, … */
export const LONG_MONTHS: ReadonlyMap<string, number> = new Map(
  MONTHS.map((name, index): [string, number] => [name, index + 1]),
);

/** `E` to `EEEE`: short or long names. */
export const WEEKDAY_NAMES: ReadonlyMap<string, number> = new Map(
  WEEKDAYS.flatMap((name, index): [string, number][] => [
    [name, index],
    [short(name), index],
  ]),
);

/** `a`: 0 before noon, 1 after. */
export const DAY_HALVES: ReadonlyMap<string, number> = new Map([
  ['am', 0],
  ['pm', 1],
  ['a.m.', 0],
  ['p.m.', 1],
]);
