import type { StripRule } from '../../binding/field-options';

const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const PLUS = 43;
const DOLLAR = 36;
const PERCENT = 37;
const NULL_TEXT = /^0(?:\.0+)?$/;
/** Longer numbers are looked at closely. */
const MAX_LENGTH = 500;

/** The marks of numbers that are read. */
export interface NumberMarks {
  readonly mark: string;
  readonly group: string | undefined;
  readonly strip: ReadonlySet<StripRule>;
}

/**
 * Reads numbers of the usual forms in one pass; nearly all of a file are. Null for a text that must be looked at closely:
 * anything rare, and anything that is wrong.
 */
export function quickReader({ mark, group, strip }: NumberMarks): (text: string) => string | null {
  const markCode = codeOf(mark);
  const groupCode = group === undefined ? NaN : codeOf(group);
  const plus = strip.has('+') ? PLUS : NaN;
  const currency = strip.has('$') ? DOLLAR : NaN;
  const percent = strip.has('%') ? PERCENT : NaN;
  return (text) => {
    let at = 0;
    let end = text.length;
    if (end > MAX_LENGTH) return null;
    let code = text.charCodeAt(0);
    const isNegative = code === MINUS;
    if (isNegative || code === plus) code = text.charCodeAt(++at);
    if (code === currency) code = text.charCodeAt(++at);
    if (text.charCodeAt(end - 1) === percent) end--;
    const start = at;
    const startsWithZero = code === ZERO;
    let written = '';
    let from = at;
    for (; at < end; at++) {
      code = text.charCodeAt(at);
      if (code >= ZERO && code <= NINE) continue;
      if (code !== groupCode) break;
      if (written === '' ? at - from < 1 || at - from > 3 : at - from !== 3) return null;
      written += text.slice(from, at);
      from = at + 1;
    }
    if (at === from || (written !== '' && at - from !== 3)) return null;
    if (startsWithZero && at > start + 1) return null;
    written += text.slice(from, at);
    if (at < end) {
      if (code !== markCode || at + 1 === end) return null;
      const fraction = at + 1;
      for (at = fraction; at < end; at++) {
        code = text.charCodeAt(at);
        if (!(code >= ZERO && code <= NINE)) return null;
      }
      written += `.${text.slice(fraction, end)}`;
    }
    return isNegative && !(startsWithZero && NULL_TEXT.test(written)) ? `-${written}` : written;
  };
}

/** The code of a separator of one UTF-16 unit; NaN equals none. */
const codeOf = (text: string): number => (text.length === 1 ? text.charCodeAt(0) : NaN);
