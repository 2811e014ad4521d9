import { type Issue, type Kind, isDistinct, literalText } from '../kind';
import { identifierIssue } from './identifier';
import { isUuidForm } from '../../formats/uuid-form';

function read(text: string): string | Issue {
  if (isUuidForm(text)) return text.toLowerCase();
  return identifierIssue(text) ?? text;
}

/** Names another record by its UUID or its identifier; resolved to the UUID before it is stored. */
export const referenceKind: Kind = {
  name: 'reference',
  pgType: 'uuid',
  compareType: 'uuid',
  read,
  readJson(value) {
    const text = literalText(value);
    return text === null
      ? {
          code: 'invalid_value',
          message: 'A reference is an identifier or a UUID, not an array or an object.',
        }
      : read(text);
  },
  differs: isDistinct,
  print: (sql) => `${sql}::text`,
  schema: (direction) =>
    direction === 'out' ? { type: 'string', format: 'uuid' } : { type: 'string', maxLength: 255 },
};
