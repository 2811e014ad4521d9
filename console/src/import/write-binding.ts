import type { Choices } from './match-columns';
import type { Target } from './target';

/** The column options of an import, and what is still wrong with them. */
export interface Binding {
  mapping: Record<string, string>;
  defaults: Record<string, string>;
  /** Fields that are needed and have neither a column nor a constant. */
  missing: Target[];
  /** Fields that more than one column was chosen for. */
  doubled: string[];
}

/**
 * Writes `mapping` and `defaults` from what was chosen. A column of a field's own name needs no mapping; the server
 * reads it without one. A constant for a field that has a column says nothing and is left out.
 */
export function writeBinding(choices: Choices, constants: Choices, targets: readonly Target[]): Binding {
  const chosen = Object.entries(choices).filter(([, field]) => field !== '');
  const fed = chosen.map(([, field]) => field);
  const defaults = Object.entries(constants).filter(([field, value]) => value !== '' && !fed.includes(field));
  const given = new Set([...fed, ...defaults.map(([field]) => field)]);
  return {
    mapping: Object.fromEntries(chosen.filter(([column, field]) => column !== field)),
    defaults: Object.fromEntries(defaults),
    missing: targets.filter(({ name, required, key }) => (required || key) && !given.has(name)),
    doubled: [...new Set(fed.filter((field, at) => fed.indexOf(field) !== at))],
  };
}
