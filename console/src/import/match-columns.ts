import type { Target } from './target';

/** Field by column; a column without an entry has no field. */
export type Choices = Readonly<Record<string, string>>;

/** `Date added`, `date-added` and `dateAdded` are one name. */
export const fold = (name: string): string =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');

/**
 * Chooses a field for each column whose name agrees with one: exactly, then without regard to case, blanks and marks,
 * then with the `_id` that references end with. No field is chosen twice; what does not agree is left to people.
 */
export function matchColumns(columns: readonly string[], targets: readonly Target[]): Choices {
  const choices = new Map<string, string>();
  const free = new Map(targets.map((target) => [target.name, target]));
  const choose = (agrees: (column: string, target: Target) => boolean): void => {
    for (const column of columns) {
      if (column === '' || choices.has(column)) continue;
      const found = [...free.values()].find((target) => agrees(column, target));
      if (found === undefined) continue;
      choices.set(column, found.name);
      free.delete(found.name);
    }
  };
  choose((column, { name }) => column === name);
  choose((column, { name }) => fold(column) === fold(name));
  choose((column, { title }) => title !== '' && fold(column) === fold(title));
  choose((column, { name }) => `${fold(column)}_id` === name);
  return Object.fromEntries(choices);
}
