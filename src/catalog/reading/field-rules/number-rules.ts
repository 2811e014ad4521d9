import type { Issue } from '../../kind';
import { decimalKind, scaleDecimal } from '../../kinds/decimal';
import type { FieldOptions, StripRule } from '../../binding/field-options';
import { FieldOptionError } from './field-option-error';
import { quickReader } from './quick-number';

const NO_OPTIONS = { max: null, values: null };
const MAX_SCALE = 100;
const POINT = '.';
const PARTS = /^(-?)([^eE]*)([eE][+-]?\d+)?$/;
const DIGITS = /^\d*$/;

const refuse = (message: string): Issue => ({ code: 'invalid_number', message });

/** Compiles the options of a number (docs/contract.md 2.6). Throws an FieldOptionError. */
export function compileNumber(options: FieldOptions): (text: string) => string | Issue {
  const { decimal_separator: given, thousands_separator: group, strip = [], scale = 0 } = options;
  const mark = given ?? POINT;
  checkSeparators(mark, group, given !== undefined);
  if (!Number.isInteger(scale) || Math.abs(scale) > MAX_SCALE) {
    throw new FieldOptionError(
      'scale',
      `scale is a whole number from -${MAX_SCALE} to ${MAX_SCALE}: the power of ten.`,
    );
  }
  const rules: ReadonlySet<StripRule> = new Set(strip);
  const stripZeros = rules.has('leading_zeros');
  const quickly = quickReader({ mark, group, strip: rules });
  return (text) => {
    const read =
      quickly(text) ??
      readMarked(
        rules.size > 0 ? stripMarks(text, rules) : text,
        mark,
        group,
        given !== undefined,
        stripZeros,
      );
    return typeof read === 'string' && scale !== 0 ? scaleDecimal(read, scale) : read;
  };
}

function checkSeparators(mark: string, group: string | undefined, isGiven: boolean): void {
  if (!isSeparator(mark)) throw new FieldOptionError('decimal_separator', SEPARATOR);
  if (group === undefined) return;
  if (!isSeparator(group)) throw new FieldOptionError('thousands_separator', SEPARATOR);
  if (group !== mark) return;
  throw new FieldOptionError(
    'thousands_separator',
    isGiven
      ? 'thousands_separator and decimal_separator are the same character.'
      : 'With a point between thousands give decimal_separator too, such as ",".',
  );
}

const SEPARATOR = 'A separator is one character, and no digit, letter, sign or quote of a number.';
const isSeparator = (text: string): boolean => /^[^0-9A-Za-z+\-()$%"]$/u.test(text);

/** Removes what `strip` names, once each; the sign stays in front. */
function stripMarks(text: string, rules: ReadonlySet<StripRule>): string {
  let rest = text;
  // Null until a sign was met: a number has one.
  let sign: '' | '-' | null = null;
  if (rules.has('parentheses') && rest.startsWith('(') && rest.endsWith(')')) {
    rest = rest.slice(1, -1);
    sign = '-';
  } else if (rules.has('parentheses') && rest.endsWith(')') && rules.has('$') && INNER.test(rest)) {
    // $(1.50), with the currency outside
    rest = rest.replace(INNER, '$1$2').trim();
    sign = '-';
  }
  const left = new Set(rules);
  for (;;) {
    if (sign === null && rest.startsWith('-')) {
      sign = '-';
      rest = rest.slice(1);
    } else if (sign === null && rules.has('+') && rest.startsWith('+')) {
      if (rest.startsWith('+-')) return text;
      sign = '';
      rest = rest.slice(1);
    } else {
      const shorter = stripCurrency(rest, left) ?? stripPercent(rest, left);
      if (shorter === null) return (sign ?? '') + rest;
      rest = shorter;
    }
  }
}

const INNER = /^(\p{Sc} ?)\(([^()]*)\)$/u;
const LEADING_CURRENCY = /^\p{Sc}[ \u00a0\u202f]?/u;
const TRAILING_CURRENCY = /[ \u00a0\u202f]?\p{Sc}$/u;

function stripCurrency(text: string, left: Set<StripRule>): string | null {
  if (!left.has('$')) return null;
  const shorter = LEADING_CURRENCY.test(text)
    ? text.replace(LEADING_CURRENCY, '')
    : text.replace(TRAILING_CURRENCY, '');
  if (shorter === text) return null;
  left.delete('$');
  return shorter;
}

const PERCENT = /^% ?|[ \u00a0\u202f]?%$/;

function stripPercent(text: string, left: Set<StripRule>): string | null {
  if (!left.has('%') || !PERCENT.test(text)) return null;
  left.delete('%');
  return text.replace(PERCENT, '');
}

/** Removes the marks between groups of three digits, puts a point for the decimal mark and reads the result. */
function readMarked(
  text: string,
  mark: string,
  group: string | undefined,
  isGiven: boolean,
  stripZeros: boolean,
): string | Issue {
  const [, sign = '', mantissa = '', exponent = ''] = PARTS.exec(text) ?? [];
  if (mantissa === '') return decimalKind.read(text, NO_OPTIONS);
  const at = mantissa.indexOf(mark);
  const left = at < 0 ? mantissa : mantissa.slice(0, at);
  const fraction = at < 0 ? '' : mantissa.slice(at + mark.length);
  if (mark !== POINT && group !== POINT && mantissa.includes(POINT)) {
    return refuse(`The number has a point, but decimal_separator is "${mark}".`);
  }
  const whole = group === undefined ? left : ungrouped(left, group);
  if (whole === null || (group !== undefined && fraction.includes(group))) {
    return refuse(`The thousands separators "${group ?? ''}" are not between groups of three digits.`);
  }
  if (!DIGITS.test(whole) || !DIGITS.test(fraction) || whole + fraction === '')
    return decimalKind.read(text, NO_OPTIONS);
  // Whoever says what the mark is takes .5 for 0.5 and 5. for 5.
  const filled = whole === '' && isGiven ? '0' : stripZeros ? whole.replace(/^0+(?=\d)/, '') : whole;
  const dangling = at >= 0 && fraction === '' && !isGiven;
  const end = fraction === '' ? (dangling ? POINT : '') : POINT + fraction;
  return decimalKind.read(`${sign}${filled}${end}${exponent}`, NO_OPTIONS);
}

/** The digits of groups of three; null when a separator is elsewhere. A number without one is accepted. */
function ungrouped(text: string, group: string): string | null {
  if (!text.includes(group)) return text;
  const [first = '', ...others] = text.split(group);
  const isStrict = /^\d{1,3}$/.test(first) && others.every((digits) => /^\d{3}$/.test(digits));
  return isStrict ? first + others.join('') : null;
}
