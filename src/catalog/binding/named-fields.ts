import { EVERY_FIELD } from './field-options';
import type { BindingOptions } from './binding-options';

/** The fields that an import names, to check that they exist: all others of the workspace need not be read. */
export function namedFields({ mapping, defaults, identifierColumn, options = {} }: BindingOptions): string[] {
  const { field_options: byField = {}, unpivot } = options;
  const fallbacks = Object.values(byField).flatMap(({ default: fallback }) =>
    typeof fallback === 'object' ? [fallback.from] : [],
  );
  return [
    ...Object.values(mapping).filter((field) => field !== null),
    ...Object.keys(defaults),
    identifierColumn ?? 'id',
    ...Object.keys(byField).filter((field) => field !== EVERY_FIELD),
    ...fallbacks,
    ...(unpivot ? [unpivot.name_to, unpivot.value_to] : []),
  ];
}
