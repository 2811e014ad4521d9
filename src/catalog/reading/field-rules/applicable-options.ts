import type { Kind } from '../../kind';
import type { FieldOptions } from '../../binding/field-options';

type Option = keyof FieldOptions;

/** Options that every kind of field takes. */
const OF_ALL: readonly Option[] = ['from', 'separator', 'null_values', 'default', 'map', 'trim'];

/** Options of each kind beside those. */
const BY_KIND: Readonly<Record<string, readonly Option[]>> = {
  text: ['case'],
  identifier: ['case'],
  reference: ['case'],
  decimal: ['decimal_separator', 'thousands_separator', 'strip', 'scale'],
  boolean: ['true_values', 'false_values'],
  date: ['format', 'pivot_year', 'day', 'time_zone'],
  timestamp: ['format', 'pivot_year', 'day', 'time_zone', 'ambiguous', 'date', 'fraction'],
};

/** The options that a kind of field takes. */
export const optionsOfKind = ({ name }: Pick<Kind, 'name'>): readonly Option[] => [
  ...OF_ALL,
  ...(BY_KIND[name] ?? []),
];

/** Outside of quoted text. */
const OFFSET_LETTERS = /^(?:[^']|'[^']*')*?[XxZ]/;

/** Options that name a column or a value of one field, and cannot be meant for all of them. */
export const OF_ONE_FIELD: readonly Option[] = ['from', 'separator', 'default', 'map', 'date'];

/**
 * The options of one field: its own, and below them those for every field (`*`) that its kind takes. Undefined values are
 * left out.
 */
export function mergeOptions(
  kind: Pick<Kind, 'name'>,
  own: FieldOptions | undefined,
  all: FieldOptions | undefined,
): FieldOptions {
  const applicable = new Set<string>(optionsOfKind(kind));
  // Every timestamp may have an offset, and no date has one.
  if (kind.name === 'date' && all?.format !== undefined && OFFSET_LETTERS.test(all.format))
    applicable.delete('format');
  const common = Object.entries(all ?? {}).filter(([option]) => applicable.has(option));
  const given = [...common, ...Object.entries(own ?? {})].filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}
