import { type Issue, type Kind, isDistinct } from '../kind';

const refuse = (): Issue => ({ code: 'invalid_boolean', message: 'A boolean is written true or false.' });

function read(text: string): string | Issue {
  if (text === 'true' || text === 'false') return text;
  const folded = text.toLowerCase();
  return folded === 'true' || folded === 'false' ? folded : refuse();
}

/** `true` or `false`, in any case; nothing else is taken for one. */
export const booleanKind: Kind = {
  name: 'boolean',
  pgType: 'boolean',
  compareType: 'boolean',
  read,
  readJson(value) {
    if (typeof value === 'boolean') return String(value);
    return typeof value === 'string' ? read(value) : refuse();
  },
  differs: isDistinct,
  print: (sql) => `${sql}::text`,
  schema: () => ({ type: 'boolean' }),
};
