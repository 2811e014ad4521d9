import type { ColumnEvidence, InspectedTable } from './column';
import { epochEvidence } from './epoch-evidence';
import { mayMeanNull } from './null-texts';
import { numberEvidence } from './number-evidence';
import { fitOf } from './synonyms';
import { timeEvidence, type FirstSeen, type ReaderOf, type TimeEvidence } from './time-evidence';

/** More different values of a column than these are not looked at again: they no longer change the evidence. */
const MAX_DISTINCT = 2_000;
const MAX_EXAMPLES = 3;
/** Characters of a value in an example. */
const SHOWN = 80;

/** What the values of each column show. `readerOf`: the readers of an import, which verify each pattern. */
export function columnEvidence(table: InspectedTable, readerOf: ReaderOf): ColumnEvidence[] {
  return table.header.map((name, index) => evidenceOf(name, index, table, readerOf));
}

/** The different values of a column, in the order of the file. */
interface Values {
  /** All different values, null texts included; at most `MAX_DISTINCT`. */
  readonly seen: readonly FirstSeen[];
  readonly count: number;
  readonly rows: number;
  readonly unique: boolean;
  readonly counts: ReadonlyMap<string, number>;
}

function collect(index: number, { rows, numbers }: InspectedTable): Values {
  const counts = new Map<string, number>();
  const seen: FirstSeen[] = [];
  let count = 0;
  for (const [at, row] of rows.entries()) {
    const text = row[index] ?? '';
    if (text === '') continue;
    count++;
    const known = counts.get(text);
    counts.set(text, (known ?? 0) + 1);
    if (known !== undefined) continue;
    if (seen.length < MAX_DISTINCT) seen.push({ text, row: numbers[at] ?? at + 1 });
  }
  return { seen, count, rows: rows.length, unique: counts.size === count && count > 0, counts };
}

type KindEvidence = Pick<
  ColumnEvidence,
  | 'kind'
  | 'format'
  | 'ambiguous_formats'
  | 'order_proof'
  | 'undecided'
  | 'decimal_separator'
  | 'thousands_separator'
  | 'strip'
  | 'true_values'
  | 'false_values'
  | 'evidence'
>;

const NOTHING = {
  format: null,
  ambiguous_formats: [],
  order_proof: null,
  undecided: [],
  decimal_separator: null,
  thousands_separator: null,
  strip: [],
  true_values: [],
  false_values: [],
  evidence: [],
} as const;

function evidenceOf(name: string, index: number, table: InspectedTable, readerOf: ReaderOf): ColumnEvidence {
  const values = collect(index, table);
  const texts = values.seen.filter(({ text }) => !mayMeanNull(text));
  const nulls = values.seen.filter(({ text }) => mayMeanNull(text)).map(({ text }) => text);
  const strict = table.nested.has(name) ? null : strictKind(name, texts, readerOf);
  const kind: KindEvidence = strict ?? { ...NOTHING, ...otherKind(table.nested.has(name), values, texts) };
  const hasNulls = nulls.length > 0 && (strict !== null || texts.length === 0);
  const nullCount = hasNulls ? nulls.reduce((sum, text) => sum + (values.counts.get(text) ?? 0), 0) : 0;
  const [only, ...others] = hasNulls ? texts : values.seen;
  return {
    name,
    position: index + 1,
    ...kind,
    value_count: values.count - nullCount,
    empty_share: values.rows === 0 ? 1 : round(1 - (values.count - nullCount) / values.rows),
    unique: values.unique,
    constant: only !== undefined && others.length === 0 && values.count === values.rows ? only.text : null,
    examples: (hasNulls ? texts : values.seen).slice(0, MAX_EXAMPLES).map(({ text }) => text.slice(0, SHOWN)),
    null_values: hasNulls ? nulls : [],
    evidence: hasNulls ? [...kind.evidence, nullSentence(nulls, texts.length > 0)] : kind.evidence,
  };
}

function nullSentence(nulls: readonly string[], hasOthers: boolean): string {
  const quoted = nulls.map((text) => `"${text}"`).join(', ');
  return hasOthers
    ? `${quoted} means null: every other value is of the detected kind.`
    : `${quoted} means null: there is no other value.`;
}

/** Numbers, dates and booleans: every value must be one. */
function strictKind(name: string, texts: readonly FirstSeen[], readerOf: ReaderOf): KindEvidence | null {
  if (texts.length === 0) return null;
  const isNamedTime = fitOf(name, 'timestamp') !== null || TIME_WORD.test(name);
  const time =
    (isNamedTime ? epochEvidence(texts, readerOf) : null) ?? timeEvidence(texts, isNamedTime, readerOf);
  if (time) return { ...NOTHING, ...(time satisfies TimeEvidence) };
  const boolean = booleanEvidence(texts);
  if (boolean) return { ...NOTHING, ...boolean };
  const number = numberEvidence(texts.map(({ text }) => text));
  if (!number) return null;
  const { ambiguous, ...marks } = number;
  return { ...NOTHING, kind: 'decimal', ...marks, undecided: ambiguous ? ['decimal_separator'] : [] };
}

/** Names such as `created_at`, `Date added`, `suspended_from`, `expiry`. */
const TIME_WORD = /date|time|day|_at$|_from$|_until$|stamp|expiry|created/i;

function otherKind(
  nested: boolean,
  { count }: Values,
  texts: readonly FirstSeen[],
): Pick<KindEvidence, 'kind' | 'evidence'> {
  if (nested) return { kind: 'json', evidence: ['Values are arrays or objects.'] };
  if (count === 0) return { kind: 'empty', evidence: ['There is no value in any row.'] };
  if (texts.length === 0) return { kind: 'empty', evidence: [] };
  return { kind: 'text', evidence: [] };
}

/** Pairs of texts that are a boolean only when both occur: a column of N alone may get any other letter tomorrow. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['Y', 'N'],
  ['y', 'n'],
  ['Yes', 'No'],
  ['yes', 'no'],
  ['YES', 'NO'],
];

function booleanEvidence(
  texts: readonly FirstSeen[],
): Pick<KindEvidence, 'kind' | 'true_values' | 'false_values' | 'evidence'> | null {
  if (texts.every(({ text }) => /^(?:true|false)$/i.test(text))) {
    return {
      kind: 'boolean',
      true_values: [],
      false_values: [],
      evidence: ['Every value is true or false.'],
    };
  }
  const distinct = texts.map(({ text }) => text);
  const pair = PAIRS.find(
    ([yes, no]) => distinct.length === 2 && distinct.includes(yes) && distinct.includes(no),
  );
  if (!pair) return null;
  const [yes, no] = pair;
  return {
    kind: 'boolean',
    true_values: [yes],
    false_values: [no],
    evidence: [`Every value is ${yes} or ${no}, and both occur.`],
  };
}

const round = (share: number): number => Math.round(share * 10_000) / 10_000;
