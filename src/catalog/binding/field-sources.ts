import { EVERY_FIELD, type OptionsByField } from './field-options';
import { jsonPointer } from '../../formats/json/json-pointer';
import { BindingError, type Target } from './target';

/** A field whose values come from named columns, whatever else these columns feed. */
export interface FieldSource {
  readonly target: Target;
  /** The name under which the request gives its options. */
  readonly field: string;
  /** Several are joined with `separator`. */
  readonly columns: readonly string[];
  readonly separator: string;
  /** What reports call the source: `Date + Time`. */
  readonly label: string;
}

const MAX_JOINED = 10;
const SEPARATOR = ' ';

/**
 * Reads the `from` of each field. `known` finds the target of a name or throws. Throws a BindingError whose pointer is
 * that of the option, such as `/field_options/timestamp/from`.
 */
export function readSources(
  options: OptionsByField,
  known: (field: string, pointer: string) => Target,
): FieldSource[] {
  const sources: FieldSource[] = [];
  for (const [field, { from, separator, default: fallback }] of Object.entries(options)) {
    const pointer = jsonPointer('field_options', field);
    if (field === EVERY_FIELD) {
      if (from !== undefined)
        throw refuse(`${pointer}/from`, 'One column cannot feed every field; name a field instead of *.');
      if (typeof fallback === 'object')
        throw refuse(
          `${pointer}/default`,
          'A default from another field belongs to one field; name it instead of *.',
        );
      continue;
    }
    const target = known(field, pointer);
    if (typeof fallback === 'object') known(fallback.from, `${pointer}/default/from`);
    if (from === undefined) {
      if (separator !== undefined)
        throw refuse(
          `${pointer}/separator`,
          'A separator joins several columns; name them in "from": ["Date", "Time"].',
        );
      continue;
    }
    const columns = typeof from === 'string' ? [from] : from;
    if (columns.length === 0) throw refuse(`${pointer}/from`, 'Name at least one column of the file.');
    if (columns.length > MAX_JOINED)
      throw refuse(`${pointer}/from`, `At most ${MAX_JOINED} columns can be joined.`);
    sources.push({ target, field, columns, separator: separator ?? SEPARATOR, label: columns.join(' + ') });
  }
  return sources;
}

const refuse = (pointer: string, message: string): BindingError =>
  new BindingError('invalid_field_options', pointer, message);
