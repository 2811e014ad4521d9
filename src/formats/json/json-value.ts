/** A number whose literal text a JavaScript number would not give back: `1.10`, `1e5`, `0.1234567890123456789`. */
export class JsonNumber {
  constructor(readonly text: string) {}
}

/** JSON as Almagest holds it: a `number` is one that prints as its own literal, every other one is a `JsonNumber`. */
export type JsonValue = string | number | boolean | null | JsonNumber | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

/** True for `{…}`, and neither an array, null nor a number in disguise. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber)
  );
}
