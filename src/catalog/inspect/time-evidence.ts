import { dateKind } from '../kinds/date';
import { timestampKind } from '../kinds/timestamp';
import type { FieldOptions } from '../binding/field-options';
import type { OrderProof, Undecided } from './column';
import { dateCandidates, timeCandidates, type DateCandidate } from './date-candidates';

/** A value and the first row that has it. */
export interface FirstSeen {
  readonly text: string;
  readonly row: number;
}

/** What the dates, timestamps or times of a column are. */
export interface TimeEvidence {
  readonly kind: 'date' | 'timestamp' | 'time';
  readonly format: string | null;
  readonly ambiguous_formats: readonly string[];
  readonly order_proof: OrderProof | null;
  readonly undecided: readonly Undecided[];
  readonly evidence: readonly string[];
}

/** The reader of an import for these options: true when it reads the text. Null when it refuses the options. */
export type ReaderOf = (
  options: FieldOptions,
  kind: 'date' | 'timestamp',
) => ((text: string) => boolean) | null;

/**
 * Detects how the dates of a column are written; null when the texts are not all dates of one form. `isNamedTime`: the name
 * of the column says that it holds times, without which plain digits stay numbers.
 */
export function timeEvidence(
  seen: readonly FirstSeen[],
  isNamedTime: boolean,
  readerOf: ReaderOf,
): TimeEvidence | null {
  const [first] = seen;
  if (first === undefined) return null;
  return (
    plainTime(seen) ??
    patternTime(seen, first.text, isNamedTime, readerOf) ??
    timeOfDay(seen, first.text, isNamedTime)
  );
}

const NOTHING = { format: null, ambiguous_formats: [], order_proof: null, undecided: [] } as const;
const NO_OPTIONS = { max: null, values: null };

/** Dates and timestamps in the form of the contract. */
function plainTime(seen: readonly FirstSeen[]): TimeEvidence | null {
  if (!seen.every(({ text }) => typeof timestampKind.read(text, NO_OPTIONS) === 'string')) return null;
  const isDate = seen.every(({ text }) => typeof dateKind.read(text, NO_OPTIONS) === 'string');
  return {
    ...NOTHING,
    kind: isDate ? 'date' : 'timestamp',
    evidence: [
      isDate ? 'Every value is a date YYYY-MM-DD.' : 'Every value is a timestamp with an offset, or a date.',
    ],
  };
}

/** Digits alone could be any number: unless the name says so, several different ones must all be days. */
const MIN_DAYS = 3;
const DIGITS = /^\d+$/;
/** Eight digits are days only in these years: anything else would be one by chance. */
const LIKELY_DAY = /^(?:(?:19|20)\d{6}|\d{4}(?:19|20)\d{2})$/;

function patternTime(
  seen: readonly FirstSeen[],
  first: string,
  isNamedTime: boolean,
  readerOf: ReaderOf,
): TimeEvidence | null {
  if (DIGITS.test(first)) {
    if (!isNamedTime && seen.length < MIN_DAYS) return null;
    if (!seen.every(({ text }) => LIKELY_DAY.test(text))) return null;
  }
  const candidates = dateCandidates(first);
  const failures = new Map<DateCandidate, FirstSeen>();
  const fitting = candidates.filter((candidate) => {
    const reads = readerOf(optionsToTry(candidate), candidate.hasTime ? 'timestamp' : 'date');
    if (reads === null) return false;
    const { plausible } = candidate;
    const failing = seen.find(({ text }) => !reads(text) || plausible?.test(text) === false);
    if (failing) failures.set(candidate, failing);
    return failing === undefined;
  });
  const [chosen, ...others] = firstOfEachOrder(fitting);
  if (chosen === undefined) return null;
  const kind = chosen.hasTime ? 'timestamp' : 'date';
  if (others.length > 0) return ambiguous(kind, [chosen, ...others], first);
  const proof = chosen.order === null ? null : proofOf(chosen, failures);
  return {
    kind,
    format: chosen.format,
    ambiguous_formats: [],
    order_proof: proof,
    undecided: [...undecidedOf(chosen), ...undecidedFraction(seen, optionsToTry(chosen), readerOf)],
    evidence: sentences(chosen, proof),
  };
}

/** Everything that a pattern may need, so that only the texts decide. */
const optionsToTry = ({ format, hasDay, hasTime, hasZone, twoDigitYear }: DateCandidate): FieldOptions => ({
  format,
  ...(twoDigitYear && { pivot_year: 1970 }),
  ...(!hasDay && { day: 'first' as const }),
  ...(hasTime && (!hasZone || format.endsWith("'")) && { time_zone: 'UTC' }),
  ...(hasTime && { fraction: 'truncate' as const }),
});

/** Digits beyond microseconds that are not zero are cut off only when that is said. */
export function undecidedFraction(
  seen: readonly FirstSeen[],
  { fraction, ...options }: FieldOptions,
  readerOf: ReaderOf,
): Undecided[] {
  const reads = fraction === undefined ? null : readerOf(options, 'timestamp');
  return reads === null || seen.every(({ text }) => reads(text)) ? [] : ['fraction'];
}

function firstOfEachOrder(candidates: readonly DateCandidate[]): DateCandidate[] {
  const orders = new Map<string | null, DateCandidate>();
  for (const candidate of candidates)
    if (!orders.has(candidate.order)) orders.set(candidate.order, candidate);
  return [...orders.values()];
}

const ambiguous = (
  kind: 'date' | 'timestamp',
  fitting: readonly DateCandidate[],
  example: string,
): TimeEvidence => {
  const formats = fitting.map(({ format }) => format);
  return {
    ...NOTHING,
    kind,
    ambiguous_formats: formats,
    undecided: ['format', ...new Set(fitting.flatMap(undecidedOf))],
    evidence: [`Every value, like "${example}", fits each of the patterns ${formats.join(', ')}.`],
  };
};

function undecidedOf({ hasDay, hasTime, hasZone, twoDigitYear }: DateCandidate): Undecided[] {
  return [
    ...(twoDigitYear ? (['pivot_year'] as const) : []),
    ...(hasDay ? [] : (['day'] as const)),
    ...(hasTime && !hasZone ? (['time_zone'] as const) : []),
  ];
}

/** The first value that another order of the same digits cannot read. */
function proofOf(chosen: DateCandidate, failures: ReadonlyMap<DateCandidate, FirstSeen>): OrderProof | null {
  const proofs = [...failures].flatMap(([{ order }, { text, row }]) =>
    order !== null && order !== chosen.order ? [{ row, value: text }] : [],
  );
  return proofs.sort((a, b) => b.row - a.row)[0] ?? null; // the last of them: by then every other order has failed
}

function sentences({ format, order }: DateCandidate, proof: OrderProof | null): string[] {
  const fits = `Every value fits the pattern ${format}.`;
  if (order === null || proof === null) return [fits];
  return [fits, `Row ${proof.row} proves the order (${order}): "${proof.value}" fits no other.`];
}

/** Times of day, in a column beside one of dates. */
function timeOfDay(seen: readonly FirstSeen[], first: string, isNamedTime: boolean): TimeEvidence | null {
  if (DIGITS.test(first) && !isNamedTime) return null;
  const format = timeCandidates(first).find((one) =>
    seen.every(({ text }) => timeCandidates(text).includes(one)),
  );
  if (format === undefined) return null;
  return {
    ...NOTHING,
    kind: 'time',
    format,
    undecided: ['date'],
    evidence: [`Every value is a time of day in the pattern ${format}.`],
  };
}
