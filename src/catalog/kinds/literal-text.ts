import { JsonNumber, type JsonValue } from '../../formats/json/json-value';

/** The literal text of a JSON string, number or boolean; null for an array or an object. */
export function literalText(value: JsonValue): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value instanceof JsonNumber ? value.text : null;
}

/** True for a JSON number, however it is held. */
export function isJsonNumber(value: JsonValue): value is number | JsonNumber {
  return typeof value === 'number' || value instanceof JsonNumber;
}
