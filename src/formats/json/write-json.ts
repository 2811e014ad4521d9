import { JsonNumber } from './json-value';

/**
 * Minified JSON text of plain data. A `JsonNumber` prints its literal. Members that are undefined are left out. An object
 * with a `toJSON` method prints what that returns. Throws a TypeError for a value that JSON does not have, such as NaN, a
 * bigint or a function.
 */
export function writeJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'number':
      if (Number.isFinite(value)) return String(value === 0 ? 0 : value);
      break;
    case 'object':
      return value === null ? 'null' : writeObject(value);
    default:
      break;
  }
  throw new TypeError(
    `JSON has no ${typeof value === 'number' ? value : `a value of type ${typeof value}`}.`,
  );
}

function writeObject(value: object): string {
  if (value instanceof JsonNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  if ('toJSON' in value && typeof value.toJSON === 'function')
    return writeJson((value as { toJSON: () => unknown }).toJSON());
  let members = '';
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${writeJson(member)}`;
  }
  return `{${members}}`;
}
