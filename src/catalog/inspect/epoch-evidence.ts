import { undecidedFraction, type FirstSeen, type ReaderOf, type TimeEvidence } from './time-evidence';

/** The units of a number since 1970, with the numbers that lie in the years 1990 to 2100 in each. */
const UNITS = ['epoch_s', 'epoch_ms', 'epoch_us', 'epoch_ns'] as const;
const DIGITS_PER_UNIT = 3;
const FROM = 631_152_000; // 1990
const TO = 4_102_444_800; // 2100
const WHOLE = /^\d{9,19}$/;

/**
 * The unit of epoch numbers; null when they are none. Only a column whose name says that it holds times is asked: volumes
 * and market values are as large. No number lies in the years 1990 to 2100 in two units.
 */
export function epochEvidence(seen: readonly FirstSeen[], readerOf: ReaderOf): TimeEvidence | null {
  const [first] = seen;
  if (first === undefined || !seen.every(({ text }) => WHOLE.test(text))) return null;
  const format = UNITS.find((_, index) => seen.every(({ text }) => isIn(text, index)));
  if (format === undefined) return null;
  return {
    kind: 'timestamp',
    format,
    ambiguous_formats: [],
    order_proof: null,
    undecided: undecidedFraction(seen, { format, fraction: 'truncate' }, readerOf),
    evidence: [`Every value lies between the years 1990 and 2100 as ${format} and in no other unit.`],
  };
}

function isIn(text: string, unit: number): boolean {
  const seconds = Number(text.slice(0, -DIGITS_PER_UNIT * unit || undefined));
  return seconds >= FROM && seconds < TO;
}
