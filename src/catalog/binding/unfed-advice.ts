import { shownJson } from '../../formats/shown-text';
import { FIELD_CONCEPTS, fitOf } from '../inspect/synonyms';
import type { ResourceDescription } from '../resource';
import { list } from './header-messages';

/** A column that feeds nothing may feed one of these fields by the name that files often give it. */
export function usualColumns(
  unfed: readonly string[],
  unknown: readonly string[],
): readonly (readonly [string, string])[] {
  return unfed.flatMap((field) => {
    const concept = FIELD_CONCEPTS[field];
    if (concept === undefined) return [];
    const fits = unknown.flatMap((column) => {
      const fit = fitOf(column, concept);
      return fit === null ? [] : [{ column, fit }];
    });
    const [best] = fits.toSorted((a, b) => a.fit - b.fit);
    return best === undefined ? [] : [[best.column, field] as const];
  });
}

/** What is known of a header that lacks the column of a reference. */
export interface WideHeader {
  readonly resource: ResourceDescription;
  /** True for a field that a column or a default feeds. */
  readonly isFed: (field: string) => boolean;
  readonly unfed: readonly string[];
  /** Columns that feed nothing. */
  readonly unknown: readonly string[];
  /** Columns that feed a field by their own name, which no mapping says. */
  readonly kept: readonly string[];
}

/**
 * What to do about a wide file: its header lacks one reference and the one required number, and has several columns that
 * feed nothing. Empty for others.
 */
export function wideAdvice({ resource, isFed, unfed, unknown, kept }: WideHeader): string {
  const [name, ...others] = unfed;
  const numbers = [...resource.fields].filter(
    ([, { kind, required }]) => required && kind.name === 'decimal',
  );
  const [value = ''] = numbers[0] ?? [];
  const isReference = name !== undefined && typeof resource.fields.get(name)?.target === 'string';
  if (!isReference || others.length > 0 || numbers.length !== 1 || isFed(value) || unknown.length < 2)
    return '';
  const except = kept.length === 0 ? {} : { except: kept };
  const unpivot = shownJson({ columns: '*', ...except, name_to: name, value_to: value });
  return ` If ${list(unknown)} are values of "${name}", one in each column, send unpivot=${unpivot}.`;
}
