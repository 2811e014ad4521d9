import type { Field } from '../../field';
import type { Issue } from '../../kind';
import type { FieldOptions } from '../../binding/field-options';
import { optionsOfKind } from './applicable-options';
import { compileBoolean } from './boolean-rules';
import { compileDate } from './date-rules';
import { compileNumber } from './number-rules';
import { FieldOptionError } from './field-option-error';
import { compileTimestamp } from './timestamp-rules';

/** Reads the text of a cell, or the literal text of a JSON value: canonical text, null, or what is wrong with it. */
export type ReadCell = (cell: string) => string | null | Issue;

/**
 * Compiles the options of one field. The steps, in this order (docs/contract.md 2.6): `trim`; `map`, whose values are in
 * the field's own form; an empty cell or one of `null_values` is null, or `default` when that is a constant; `case`; the
 * options of the kind; the grammar of the kind. Throws an FieldOptionError for options that cannot be meant.
 */
export function compileFieldRules(field: Field, options: FieldOptions): ReadCell {
  const applicable = optionsOfKind(field.kind);
  for (const option of Object.keys(options) as (keyof FieldOptions)[]) {
    if (options[option] !== undefined && !applicable.includes(option))
      throw notApplicable(field, option, applicable);
  }
  const convert = compileKind(field, options);
  const empty = constantDefault(field, options);
  const known = knownTexts(field, options, empty);
  let longest = 0;
  for (const { length } of known.keys()) longest = Math.max(longest, length);
  const { trim = false } = options;
  return (cell) => {
    const text = trim ? trimmed(cell) : cell;
    if (text === '') return empty;
    if (text.length <= longest) {
      const value = known.get(text);
      if (value !== undefined) return value;
    }
    return convert(text);
  };
}

/** Cuts the blanks at both ends; most cells have none, and looking is cheaper than cutting. */
function trimmed(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first <= 32 || last <= 32 || first > 127 || last > 127 ? text.trim() : text;
}

function compileKind(field: Field, options: FieldOptions): (text: string) => string | Issue {
  const { kind } = field;
  switch (kind.name) {
    case 'decimal':
      return compileNumber(options);
    case 'boolean':
      return compileBoolean(options);
    case 'date':
      return compileDate(options);
    case 'timestamp':
      return compileTimestamp(options);
    default:
      return compileText(field, options);
  }
}

function compileText(field: Field, { case: letters }: FieldOptions): (text: string) => string | Issue {
  const { kind } = field;
  if (letters === 'upper') return (text) => kind.read(text.toUpperCase(), field);
  if (letters === 'lower') return (text) => kind.read(text.toLowerCase(), field);
  return (text) => kind.read(text, field);
}

/** The texts that are looked up as a whole: null values and the keys of `map`. */
function knownTexts(
  field: Field,
  { null_values: nulls = [], map = {}, default: given }: FieldOptions,
  empty: string | null,
): ReadonlyMap<string, string | null | Issue> {
  const known = new Map<string, string | null | Issue>();
  for (const [text, value] of Object.entries(map)) {
    known.set(text, constant(field, value, 'map', `The value "${value}" of "${text}"`));
  }
  for (const text of nulls) {
    if (!known.has(text)) known.set(text, given === undefined ? null : empty);
  }
  return known;
}

/** The constant that stands for empty cells; null without one, and when it comes from another field. */
function constantDefault(field: Field, { default: given }: FieldOptions): string | null {
  return typeof given === 'string' ? constant(field, given, 'default', `The default "${given}"`) : null;
}

function constant(field: Field, text: string, option: 'map' | 'default', what: string): string | null {
  if (text === '') return null;
  const read = field.kind.read(text, field);
  if (typeof read === 'string') return read;
  throw new FieldOptionError(option, `${what} is not in the form of the field: ${read.message}`);
}

const notApplicable = (
  { kind }: Field,
  option: keyof FieldOptions,
  applicable: readonly string[],
): FieldOptionError =>
  new FieldOptionError(
    option,
    `${option} does not apply to a field of kind ${kind.name}. Its options are: ${applicable.join(', ')}.`,
  );
