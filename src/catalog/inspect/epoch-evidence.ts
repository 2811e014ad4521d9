import { undecidedFraction, type FirstSeen, type ReaderOf, type TimeEvidence } from './time-evidence';

/** The units of a number since 1970, the largest first. */
const UNITS = ['epoch_s', 'epoch_ms', 'epoch_us', 'epoch_ns'] as const;
const DIGITS_PER_UNIT = 3;
/** In seconds: every value lies in the years 1900 to 2099, and the last one after 1980. */
const FROM = -2_208_988_800;
const TO = 4_102_444_800;
const LATE = 315_532_800;
const WHOLE = /^-?\d{1,20}$/;

/**
 * The unit of epoch numbers; null when they are none. Only a column whose name says that it holds times is asked: volumes
 * and market values are as large. In a larger unit such numbers lie beyond the year 2099, in a smaller one before 1980.
 */
export function epochEvidence(seen: readonly FirstSeen[], readerOf: ReaderOf): TimeEvidence | null {
  const [first] = seen;
  if (first === undefined || !seen.every(({ text }) => WHOLE.test(text))) return null;
  const format = UNITS.find((_, index) => fits(seen, index));
  if (format === undefined) return null;
  return {
    kind: 'timestamp',
    format,
    ambiguous_formats: [],
    order_proof: null,
    undecided: undecidedFraction(seen, { format, fraction: 'truncate' }, readerOf),
    evidence: [`Every value lies between the years 1900 and 2099 as ${format}, and in no other unit.`],
  };
}

function fits(seen: readonly FirstSeen[], unit: number): boolean {
  const seconds = seen.map(({ text }) => Number(text) / 10 ** (DIGITS_PER_UNIT * unit));
  return seconds.every((one) => one >= FROM && one < TO) && seconds.some((one) => one >= LATE);
}
