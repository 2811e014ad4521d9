/** Points of one instrument in every generated file: about four years of trading days. */
export const POINTS_EACH = 1_000;

/** Instruments that values are given for. */
export const INSTRUMENTS = 1_000;

/** Identifier of the instrument with this number. */
export const instrumentName = (number: number): string => `BENCH${String(number).padStart(6, '0')}`;

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2014, 0, 1, 16, 30);

/** Closing time of a day as it is written in a file; day 0 is in 2014. */
export const instantOf = (day: number): string =>
  `${new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 19)}Z`;
