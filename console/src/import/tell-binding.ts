import type { FormOptions, Inspection } from '../api/inspection';
import { matchColumns, type Choices } from './match-columns';
import type { Target } from './target';

/** What people chose of the columns and constants, as fields of the form: a column that is left out is mapped to null. */
export function sayBinding(byHand: Choices, constants: Choices): FormOptions {
  const mapping = Object.entries(byHand).map(([column, field]) => [column, field === '' ? null : field]);
  const defaults = Object.entries(constants).filter(([, value]) => value !== '');
  return {
    ...(mapping.length > 0 && { mapping: Object.fromEntries(mapping) as Record<string, string | null> }),
    ...(defaults.length > 0 && { defaults: Object.fromEntries(defaults) }),
  };
}

/** The field of each column: by its name, then as the server tells it, then as people chose. Nothing is fed twice unasked. */
export function chooseFields(
  columns: readonly string[],
  targets: readonly Target[],
  inspection: Inspection | null,
  byHand: Choices,
): Choices {
  const known = new Set(targets.map(({ name }) => name));
  const told = Object.entries(inspection?.mapping ?? {}).map(([column, field]) => [column, field ?? '']);
  const chosen = Object.entries(byHand).filter(([, field]) => field === '' || known.has(field));
  const taken = new Set(chosen.map(([, field]) => field).filter((field) => field !== ''));
  const valid = told.filter(
    ([column = '', field = '']) =>
      columns.includes(column) && (field === '' || known.has(field)) && !taken.has(field),
  );
  const fed = new Set([...taken, ...valid.map(([, field]) => field)]);
  const matched = Object.entries(matchColumns(columns, targets)).filter(([, field]) => !fed.has(field));
  return Object.fromEntries([...matched, ...valid, ...chosen]) as Choices;
}

/** Fields that the reading options feed: by several columns, or by columns that become rows. */
export function fedByOptions({ unpivot, field_options: byField }: FormOptions): ReadonlySet<string> {
  const joined = Object.entries(byField ?? {}).filter(([, options]) => options['from'] !== undefined);
  const wide = unpivot === undefined ? [] : [unpivot['name_to'], unpivot['value_to']];
  return new Set([...joined.map(([field]) => field), ...wide.map(String)]);
}

/** The options without those of fields that do not exist: the server proposes options for a type that is not there yet, too. */
export function onlyKnown(options: FormOptions, targets: readonly Target[]): FormOptions {
  const names = new Set(['*', ...targets.map(({ name }) => name)]);
  const { field_options: byField = {}, ...others } = options;
  const known = Object.entries(byField).filter(([field]) => names.has(field));
  return { ...others, ...(known.length > 0 && { field_options: Object.fromEntries(known) }) };
}

/** Constants as the server tells them, under those that people gave. A type that does not exist is not taken over. */
export function chooseConstants(
  inspection: Inspection | null,
  constants: Choices,
  typeField: string | undefined,
  types: readonly { identifier: string }[],
): Choices {
  const told = Object.entries(inspection?.defaults ?? {}).filter(
    ([field, value]) =>
      typeof value === 'string' &&
      (field !== typeField || types.some(({ identifier }) => identifier === value)),
  );
  return { ...(Object.fromEntries(told) as Choices), ...constants };
}
