import type { FieldOptions, StripRule } from '../../binding/field-options';
import { type Fault, nullFault } from './fault';

/** Longer texts are no numbers; what is wrong with them is not looked for. */
const MAX_LENGTH = 1_100;
const CORE = /^([^eE]*?)([eE][+-]?\d+)?$/;
const MARKED = /^[\d.,'\u2019_\u00a0\u202f\u2009 ]*\d[\d.,'\u2019_\u00a0\u202f\u2009 ]*$/;
const CURRENCY = /^\p{Sc}|\p{Sc}$/u;

/** What is wrong with a text that is no decimal; null when nothing more can be said. */
export function numberFault(text: string): Fault | null {
  if (text.length > MAX_LENGTH) return null;
  const none = nullFault(text);
  if (none) return none;
  const found: string[] = [];
  const trimmed = text.trim();
  if (trimmed === '') return { what: 'The value has only blanks.', remedies: [{ trim: true }] };
  if (trimmed !== text) found.push('blanks around it');
  const { core, strip } = unwrap(trimmed, found);
  const [, mantissa = '', exponent = ''] = CORE.exec(core) ?? [];
  if (!MARKED.test(mantissa)) return found.length > 0 ? notRead(found) : unreadable(text);
  const marks = marksOf(mantissa, found);
  const digits = /^\d+/.exec(mantissa)?.[0] ?? '';
  const isZeroed = /^0\d/.test(digits);
  if (isZeroed) found.push('leading zeros');
  if (found.length === 0 || (exponent !== '' && mantissa === '')) return unreadable(text);
  const all: StripRule[] = isZeroed ? [...strip, 'leading_zeros'] : strip;
  const common: FieldOptions = {
    ...(trimmed !== text && { trim: true }),
    ...(all.length > 0 && { strip: all }),
  };
  return {
    what: `The number has ${listOf(found)}.`,
    remedies: marks.map((separators) => ({ ...common, ...separators })),
  };
}

/** Takes off signs, notes what they are, and returns the digits with their marks. */
function unwrap(text: string, found: string[]): { core: string; strip: StripRule[] } {
  const strip: StripRule[] = [];
  const note = (what: string, rule: StripRule): void => {
    if (strip.includes(rule)) return;
    found.push(what);
    strip.push(rule);
  };
  let core = text;
  if (/^\p{Sc}? ?\(.*\)$/u.test(core)) {
    note('parentheses around it', 'parentheses');
    core = core.replace(/[()]/g, '');
  }
  core = core.replace(/^-/, '');
  if (CURRENCY.test(core)) {
    note('a currency sign', '$');
    core = core.replace(/^\p{Sc}\s?|\s?\p{Sc}$/u, '');
  }
  if (/^%|%$/.test(core)) {
    note('a percent sign', '%');
    core = core.replace(/^%\s?|\s?%$/, '');
  }
  if (core.startsWith('+')) {
    note('a plus sign', '+');
    core = core.slice(1);
  }
  return { core: core.replace(/^-/, ''), strip };
}

const COMMA = ',';
const POINT = '.';

/** The separators that the digits may have: each element is one way to read them. */
function marksOf(text: string, found: string[]): FieldOptions[] {
  const marks = [...text].filter((character) => !/\d/.test(character));
  const [first = '', ...others] = [...new Set(marks)];
  if (first === '') return [{}];
  if (others.length > 0) {
    const mark = marks.at(-1) ?? '';
    found.push(mark === COMMA ? 'a decimal comma and thousands separators' : 'thousands separators');
    return [{ thousands_separator: first, ...(mark !== POINT && { decimal_separator: mark }) }];
  }
  if (marks.length > 1) {
    found.push('thousands separators');
    return [{ thousands_separator: first, ...(first === POINT && { decimal_separator: COMMA }) }];
  }
  if (first === POINT) return onePoint(text, found);
  const isGroup = /^\d{1,3}\D\d{3}$/.test(text);
  if (first !== COMMA) {
    found.push('thousands separators');
    return [{ thousands_separator: first }];
  }
  found.push(isGroup ? 'a decimal comma or thousands separators' : 'a decimal comma');
  return [...(isGroup ? [{ thousands_separator: COMMA }] : []), { decimal_separator: COMMA }];
}

function onePoint(text: string, found: string[]): FieldOptions[] {
  if (!text.startsWith(POINT) && !text.endsWith(POINT)) return [{}];
  found.push(text.startsWith(POINT) ? 'no digit before its point' : 'no digit after its point');
  return [{ decimal_separator: POINT }];
}

function unreadable(text: string): Fault | null {
  const what = UNREADABLE.find(([form]) => form.test(text))?.[1];
  return what === undefined ? null : { what, remedies: [] };
}

const UNREADABLE: readonly (readonly [RegExp, string])[] = [
  [/^\u2212[\d.]+$/, 'The minus sign is the character U+2212; a minus is written -.'],
  [/^[\d.,]+-$/, 'The minus sign follows the number; it is written in front.'],
  [/^0x[\da-f]+$/i, 'The number is hexadecimal.'],
  [/^[\d.,]+ ?[kmbt]n?$/i, 'The number has a letter for thousands or millions.'],
  [/^[\d.,]+ ?[A-Za-z]{3}$|^[A-Za-z]{3} ?[\d.,]+$/, 'The number has the code of a currency or a unit.'],
  [/^[^\d]+$/, 'The value is a text and no number.'],
];

const notRead = (found: readonly string[]): Fault => ({
  what: `The value has ${listOf(found)} and is no number without that.`,
  remedies: [],
});

/** `a, b and c`. */
function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
