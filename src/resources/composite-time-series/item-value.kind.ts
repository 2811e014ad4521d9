import type { Issue, Kind } from '../../catalog/kind';
import { decimalKind } from '../../catalog/kinds/decimal';
import { isDistinct } from '../../catalog/kinds/is-distinct';
import { isJsonNumber, literalText } from '../../catalog/kinds/literal-text';
import { unstorable } from '../../catalog/kinds/text';

const OPTIONS = { max: null, values: null };

/** A text that is a decimal compares as a number, every other one as a text; both are written as JSON. */
function read(text: string): string | Issue {
  const decimal = decimalKind.read(text, OPTIONS);
  return typeof decimal === 'string' ? decimal : (unstorable(text) ?? JSON.stringify(text));
}

/** The value of an item, whatever the data type of its field. It is only read: items are written with their value. */
export const itemValueKind: Kind = {
  name: 'item value',
  pgType: 'jsonb',
  compareType: 'jsonb',
  read,
  readJson(value) {
    if (isJsonNumber(value)) return decimalKind.readJson(value, OPTIONS);
    const text = literalText(value);
    return text === null
      ? { code: 'invalid_value', message: 'A text, a number or a boolean is wanted here.' }
      : read(text);
  },
  differs: isDistinct,
  print: (sql) => `(${sql} #>> '{}')`,
  schema: () => ({ type: 'string' }),
};
