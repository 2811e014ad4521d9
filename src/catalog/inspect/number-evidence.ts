import { decimalKind } from '../kinds/decimal';
import type { StripRule } from '../binding/field-options';

/** How the numbers of a column are written. */
export interface NumberEvidence {
  readonly decimal_separator: string | null;
  readonly thousands_separator: string | null;
  readonly strip: readonly StripRule[];
  /** Both a decimal comma and thousands fit every value. */
  readonly ambiguous: boolean;
  readonly evidence: readonly string[];
}

/** A way of writing numbers: its marks, and a value that has one of them. */
interface Notation {
  readonly decimal: string;
  readonly thousands: string;
  readonly form: RegExp;
}

const grouped = (thousands: string, decimal: string): Notation => ({
  decimal,
  thousands,
  form: new RegExp(`^-?(?:0|[1-9]\\d{0,2}(?:${thousands}\\d{3})*|[1-9]\\d*)(?:${decimal}\\d+)?$`),
});

/** Only what a whole column is written in is one of these; a value may fit several. */
const NOTATIONS: readonly Notation[] = [
  { decimal: ',', thousands: '', form: /^-?(?:0|[1-9]\d*)(?:,\d+)?$/ },
  grouped(',', '\\.'),
  grouped('\\.', ','),
  grouped("'", '\\.'),
  grouped(' ', '\\.'),
  grouped(' ', ','),
  grouped('\u00a0', ','),
  grouped('\u202f', ','),
];

const STRIPPED: readonly { readonly rule: StripRule; readonly form: RegExp }[] = [
  { rule: 'parentheses', form: /^\((.+)\)$/ },
  { rule: '$', form: /^(-?)\$(.+)$/ },
  { rule: '%', form: /^(.+?) ?%$/ },
  { rule: '+', form: /^\+(\d.*)$/ },
];

/** True when an import reads the text as a number without an option. */
const isPlainNumber = (text: string): boolean => typeof decimalKind.read(text, NO_OPTIONS) === 'string';

const NO_OPTIONS = { max: null, values: null };
const LONGEST = 60;

/** Detects how numbers are written; null when the texts are not all numbers in one notation. `texts`: the different values. */
export function numberEvidence(texts: readonly string[]): NumberEvidence | null {
  if (texts.length === 0 || texts.some((text) => text.length > LONGEST && !isPlainNumber(text))) return null;
  if (texts.every(isPlainNumber))
    return { ...PLAIN, evidence: ['Every value is a number in plain notation.'] };
  const strip = new Set<StripRule>();
  const bare = texts.map((text) => stripped(text, strip));
  const said = [...strip].map(
    (rule) => `Numbers have ${WORDS[rule]}, as in ${shown(texts.find((text) => !isPlainNumber(text)))}.`,
  );
  if (bare.every(isPlainNumber)) return { ...PLAIN, strip: [...strip], evidence: said };
  const fitting = NOTATIONS.filter(({ form }) => bare.every((text) => form.test(text)));
  const [first] = fitting;
  if (first === undefined) return null;
  const example = shown(bare.find((text) => !isPlainNumber(text)));
  if (new Set(fitting.map((notation) => readAs(bare, notation))).size > 1) {
    const evidence = [
      ...said,
      `${example} may have a decimal comma or separated thousands: every value fits both.`,
    ];
    return { ...PLAIN, strip: [...strip], ambiguous: true, evidence };
  }
  const decimal = plain(first.decimal);
  const thousands = plain(first.thousands);
  return {
    decimal_separator: decimal === '.' ? null : decimal,
    thousands_separator: bare.some((text) => thousands !== '' && text.includes(thousands)) ? thousands : null,
    strip: [...strip],
    ambiguous: false,
    evidence: [
      ...said,
      `${example} proves the marks of numbers: "${decimal}" before the fraction${thousands === '' ? '' : `, "${thousands}" between thousands`}.`,
    ],
  };
}

const PLAIN = { decimal_separator: null, thousands_separator: null, strip: [], ambiguous: false } as const;
const WORDS: Readonly<Record<StripRule, string>> = {
  $: 'a dollar sign',
  '%': 'a percent sign',
  '+': 'a plus sign',
  parentheses: 'parentheses for minus',
  leading_zeros: 'leading zeros',
};

/** The text without what is not part of a number; notes in `rules` what was removed. */
function stripped(text: string, rules: Set<StripRule>): string {
  let rest = text;
  for (const { rule, form } of STRIPPED) {
    const parts = form.exec(rest);
    if (!parts) continue;
    rules.add(rule);
    rest = parts.slice(1).join('');
  }
  return rest;
}

/** All values as plain numbers under a notation: two notations that read the same are no ambiguity. */
const readAs = (texts: readonly string[], { decimal, thousands }: Notation): string =>
  texts.map((text) => text.replaceAll(plain(thousands), '').replace(plain(decimal), '.')).join('\n');

const plain = (pattern: string): string => pattern.replace('\\', '');
const shown = (text = ''): string => `"${text.slice(0, LONGEST)}"`;
