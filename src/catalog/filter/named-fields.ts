import { isJsonObject, type JsonValue } from '../../formats/json/json-value';

/**
 * The fields that the conditions and sort keys in `value` name, each once; the empty text for a name that is no text. It looks
 * at the form alone, for what a filter may name is read after that.
 */
export function namedFields(value: JsonValue): Set<string> {
  const names = new Set<string>();
  const open: JsonValue[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...next);
    else if (isJsonObject(next)) {
      const { field, ...others } = next;
      if (field !== undefined) names.add(typeof field === 'string' ? field : '');
      open.push(...Object.values(others).filter((member) => typeof member === 'object' && member !== null));
    }
  }
  return names;
}
