import { isJsonObject, type JsonValue } from '../../formats/json/json-value';

const RESERVED: readonly string[] = ['__proto__', 'constructor', 'prototype', 'then'];

/** JSON pointer of the first key that JavaScript itself gives a meaning; null when there is none. */
export function findReservedKey(value: JsonValue, pointer = ''): string | null {
  const members = Array.isArray(value)
    ? [...value.entries()]
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  for (const [key, member] of members) {
    const at = `${pointer}/${key}`;
    const found = typeof key === 'string' && RESERVED.includes(key) ? at : findReservedKey(member, at);
    if (found !== null) return found;
  }
  return null;
}
