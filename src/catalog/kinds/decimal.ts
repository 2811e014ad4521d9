import { withFault } from './faults/fault';
import { numberFault } from './faults/number-fault';
import { type Issue, type Kind, isJsonNumber, literalText } from '../kind';

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const SCIENTIFIC = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?[eE]([+-]?\d+)$/;
const MAX_DIGITS = 1_000;
const MAX_EXPONENT = 100;
const ZERO = /^-0(?:\.0+)?$/;

const refuse = (message: string): Issue => ({ code: 'invalid_number', message });
const FORM =
  'A decimal is written like -12.50 or 1e5: a point as the mark, no blanks, no thousands separators, no + sign.';

/** Canonical form (docs/contract.md 1.2): plain notation, exponent expanded, trailing fraction zeros kept, no negative zero. */
function read(text: string): string | Issue {
  if (PLAIN.test(text)) {
    if (text.length > MAX_DIGITS && text.replace(/[-.]/g, '').length > MAX_DIGITS) return tooManyDigits();
    return text.charCodeAt(0) === 45 && ZERO.test(text) ? text.slice(1) : text;
  }
  const parts = SCIENTIFIC.exec(text);
  if (!parts) return refuse(withFault(numberFault(text), FORM));
  const [, sign = '', whole = '', fraction = '', exponent = ''] = parts;
  if (whole.length + fraction.length > MAX_DIGITS) return tooManyDigits();
  const shift = Number(exponent);
  if (!(Math.abs(shift) <= MAX_EXPONENT))
    return refuse(`The exponent lies between -${MAX_EXPONENT} and ${MAX_EXPONENT}.`);
  const plain = shiftPoint(whole, fraction, shift);
  if (plain.replace('.', '').length > MAX_DIGITS) return tooManyDigits();
  return sign && !/^0(?:\.0+)?$/.test(plain) ? `-${plain}` : plain;
}

const tooManyDigits = (): Issue => refuse(`A decimal has at most ${MAX_DIGITS} digits.`);

/**
 * Multiplies a canonical decimal by ten to the power of `power`. The digits stay: `5123400` by -4 is `512.3400`. An issue
 * when the result has too many digits.
 */
export function scaleDecimal(canonical: string, power: number): string | Issue {
  const sign = canonical.charCodeAt(0) === 45 ? '-' : '';
  const start = sign.length;
  const point = canonical.indexOf('.', start);
  const whole = point < 0 ? canonical.slice(start) : canonical.slice(start, point);
  const at = whole.length + power;
  // Nearly always the point moves left within the whole part, and no zero comes or goes.
  const moved =
    at > 0 && power < 0
      ? `${whole.slice(0, at)}.${whole.slice(at)}${point < 0 ? '' : canonical.slice(point + 1)}`
      : shiftPoint(whole, point < 0 ? '' : canonical.slice(point + 1), power);
  return moved.length > MAX_DIGITS && moved.replace('.', '').length > MAX_DIGITS
    ? tooManyDigits()
    : sign + moved;
}

/** Moves the point of `whole.fraction` by `shift` places; digits are added, never dropped. */
function shiftPoint(whole: string, fraction: string, shift: number): string {
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = point <= 0 ? 1 : point;
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = padded.slice(at);
  return right === '' ? left : `${left}.${right}`;
}

/** A decimal of any length up to 1,000 digits, kept digit for digit. */
export const decimalKind: Kind = {
  name: 'decimal',
  pgType: 'numeric',
  compareType: 'numeric',
  read,
  readJson(value) {
    const text = isJsonNumber(value) || typeof value === 'string' ? literalText(value) : null;
    return text === null ? refuse('A decimal is a number or a text that holds one.') : read(text);
  },
  // Numeric equality ignores the scale; comparing it beside the value is cheaper than comparing texts.
  differs: (a, b) => `(${a} IS DISTINCT FROM ${b} OR scale(${a}) IS DISTINCT FROM scale(${b}))`,
  print: (sql) => `${sql}::text`,
  schema: (direction) =>
    direction === 'out'
      ? { type: 'string', format: 'decimal' }
      : { oneOf: [{ type: 'string', format: 'decimal' }, { type: 'number' }] },
};
