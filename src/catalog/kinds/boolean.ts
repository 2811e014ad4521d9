import { type Issue, type Kind, isDistinct, literalText } from '../kind';
import { booleanFault } from './faults/boolean-fault';
import { withFault } from './faults/fault';

const FORM = 'A boolean is written true or false.';
const refuse = (message = FORM): Issue => ({ code: 'invalid_boolean', message });

function read(text: string): string | Issue {
  if (text === 'true' || text === 'false') return text;
  const folded = text.toLowerCase();
  return folded === 'true' || folded === 'false' ? folded : refuse(withFault(booleanFault(text), FORM));
}

/** `true` or `false`, in any case; nothing else is taken for one. */
export const booleanKind: Kind = {
  name: 'boolean',
  pgType: 'boolean',
  compareType: 'boolean',
  read,
  readJson(value) {
    if (typeof value === 'boolean') return String(value);
    const text = literalText(value);
    return text === null ? refuse() : read(text);
  },
  differs: isDistinct,
  print: (sql) => `${sql}::text`,
  schema: () => ({ type: 'boolean' }),
};
